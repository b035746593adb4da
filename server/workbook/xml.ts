import { StringDecoder } from "node:string_decoder";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { UserError } from "../../shared/define/errors.ts";

export interface XmlHandler {
  /** Element names come without their namespace prefix. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

const CHUNK = 1 << 18;

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Streams an XML part through a handler. Entities other than XML's own five are refused, so nothing can expand. */
export function parseXml(part: Buffer, handler: XmlHandler): void {
  const parser = new SaxesParser();
  parser.on("opentag", (tag: SaxesTagPlain) => handler.open?.(local(tag.name), tag.attributes));
  parser.on("closetag", (tag: SaxesTagPlain) => handler.close?.(local(tag.name)));
  parser.on("text", (text) => handler.text?.(text));
  parser.on("error", () => {
    throw new UserError("The workbook holds a part that is not valid XML. Open it in Excel, save it again and retry.");
  });
  const decoder = new StringDecoder("utf8");
  for (let at = 0; at < part.length; at += CHUNK) parser.write(decoder.write(part.subarray(at, at + CHUNK)));
  parser.close();
}
