export { plain } from "../words/plain.ts";
