import js from "@eslint/js";
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** What formats or compares by the machine's own locale: the same workbook must read the same everywhere. */
const MACHINE_LOCALE = [
  "CallExpression[callee.property.name=/^toLocale/]:matches([arguments.length=0], [arguments.0.type='Identifier'][arguments.0.name='undefined'])",
  "CallExpression[callee.property.name='localeCompare']:matches([arguments.length=1], [arguments.1.type='Identifier'][arguments.1.name='undefined'])",
  ":matches(NewExpression, CallExpression)[callee.object.name='Intl']:matches([arguments.length=0], [arguments.0.type='Identifier'][arguments.0.name='undefined'])",
].map((selector) => ({ selector, message: "Name the locale: the machine's own must not show." }));

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", ".lotwise/"] },
  js.configs.recommended,
  tseslint.configs.strict,
  {
    rules: {
      // An index checked by the line above it is no risk; the compiler still demands the mark.
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      eqeqeq: "error",
      "no-console": "error",
      "no-restricted-syntax": ["error", ...MACHINE_LOCALE],
    },
  },
  {
    files: ["server/cli/**", "server/tools/**", "server/training/pretrained/**", "test/**", "server/main.ts"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        setImmediate: "readonly",
        setTimeout: "readonly",
        URL: "readonly",
      },
    },
    rules: { "no-console": "off" },
  },
  {
    // What only types can tell: a promise no one waits for, a case no one thought of.
    files: ["{addin,server,shared,test}/**/*.{ts,tsx}"],
    ignores: ["**/assembly/**", "**/*.d.ts"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
    },
  },
  {
    files: ["addin/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
  // Constants stand there as their sources print them, with digits a double rounds off.
  { files: ["shared/numeric/**"], rules: { "no-loss-of-precision": "off" } },
  {
    files: ["addin/**/*.ts"],
    // The browser workbook never meets Office; its grid has methods of the same names.
    ignores: ["addin/webbook/**"],
    plugins: { "office-addins": officeAddins },
    rules: Object.fromEntries(Object.keys(officeAddins.rules).map((rule) => [`office-addins/${rule}`, "error"])),
  },
);
