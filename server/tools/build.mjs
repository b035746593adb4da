import { build, install, orExplain } from "./install.mjs";

// npm run build: builds whether or not the stamp says so.
orExplain(async () => {
  install({ everything: false });
  await build({ force: true });
});
