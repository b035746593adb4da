import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { OfficeAddinManifest } from "office-addin-manifest";
import { renderManifest } from "../../server/manifest.ts";
import { publicOrigin } from "../../server/public-origin.ts";
import { root } from "../../server/paths.ts";
import { builtAddin } from "./built.ts";

/** Excel knows the add-in under development by it, beside the one in production. */
const DEVELOPMENT_ID = "d9df649a-a9e3-4ae6-b378-f07abecfafe6";

const xml = readFileSync(path.join(root, "manifest.xml"), "utf8");

/** An element: its name, attributes and child elements, in order. */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

type Ordered = Record<string, unknown>;

function elements(nodes: readonly Ordered[]): Element[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ":@")!;
    if (name.startsWith("#") || name.startsWith("?")) return [];
    const inside = node[name] as Ordered[];
    const text = inside.map((child) => ("#text" in child ? String(child["#text"]) : "")).join("");
    return [{ name, attributes: (node[":@"] ?? {}) as Record<string, string>, children: elements(inside), text }];
  });
}

function parse(text: string): Element[] {
  assert.equal(XMLValidator.validate(text), true);
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    parseTagValue: false,
    processEntities: true,
  });
  return elements(parser.parse(text) as Ordered[]);
}

function all(from: readonly Element[]): Element[] {
  return from.flatMap((element) => [element, ...all(element.children)]);
}

function named(text: string, name: string): Element[] {
  return all(parse(text)).filter((element) => element.name === name);
}

const names = (from: readonly Element[]): string[] => from.map(({ name }) => name);

const rendered: readonly (readonly [string, string])[] = [
  ["the checked-in manifest", xml],
  ["one for another address", renderManifest(xml, { publicUrl: "https://lotwise.example.com:8443/" })],
  ["the development one", renderManifest(xml, { publicUrl: "https://localhost:4443", development: true })],
];

for (const [what, text] of rendered)
  describe(`manifest: ${what}`, () => {
    const development = text.includes(DEVELOPMENT_ID);

    it("asks for the shared runtime, and of ExcelApi no more than Excel 2021 has", () => {
      const sets = Object.fromEntries(named(text, "Set").map(({ attributes: a }) => [a.Name, a.MinVersion]));
      assert.deepEqual(Object.keys(sets).sort(), ["CustomFunctionsRuntime", "ExcelApi", "SharedRuntime"]);
      assert.equal(sets.SharedRuntime, "1.1");
      assert.equal(sets.CustomFunctionsRuntime, "1.3");
      assert.ok(Number(sets.ExcelApi!.split(".")[1]) <= 14);
    });

    it("puts Runtimes first in its host, with one page for runtime, functions and commands", () => {
      const host = named(text, "Host").find(({ attributes }) => attributes["xsi:type"] === "Workbook")!;
      assert.deepEqual(names(host.children), ["Runtimes", "AllFormFactors", "DesktopFormFactor"]);
      const [runtime, ...others] = named(text, "Runtime");
      assert.equal(others.length, 0);
      assert.equal(runtime!.attributes.lifetime, "long");
      const page = named(text, "Page")[0]!.children[0]!.attributes.resid;
      const file = named(text, "FunctionFile")[0]!.attributes.resid;
      assert.deepEqual([page, file], [runtime!.attributes.resid, runtime!.attributes.resid]);
    });

    it("lists script, page, metadata and (in development alone) a namespace, in that order", () => {
      const point = named(text, "ExtensionPoint").find(
        ({ attributes }) => attributes["xsi:type"] === "CustomFunctions",
      )!;
      const namespace = development ? ["Namespace"] : [];
      assert.deepEqual(names(point.children), ["Script", "Page", "Metadata", ...namespace]);
    });

    it("has its buttons on the Home tab, and one in a cell's menu", () => {
      assert.equal(named(text, "OfficeTab")[0]!.attributes.id, "TabHome");
      assert.equal(named(text, "OfficeMenu")[0]!.attributes.id, "ContextMenuCell");
      const calls = (from: readonly Element[]): (string | undefined)[] =>
        all(from)
          .filter(({ name }) => name === "Action")
          .map(({ attributes, children }) =>
            attributes["xsi:type"] === "ExecuteFunction" ? children[0]!.text : children[0]!.name,
          );
      const home = ["SourceLocation", "reorderSheet", "showItem", "calculateAgain"];
      assert.deepEqual(calls(named(text, "OfficeTab")), home);
      assert.deepEqual(calls(named(text, "OfficeMenu")), ["whyThisQuantity"]);
      const ids = named(text, "Control").map(({ attributes }) => attributes.id);
      assert.equal(new Set(ids).size, ids.length);
    });

    it("defines every resource once, uses each, and keeps ids to 32 characters", () => {
      const resources = named(text, "Resources").flatMap(({ children }) => all(children));
      const defined = resources.map(({ attributes }) => attributes.id).filter((id) => id !== undefined);
      const used = all(parse(text))
        .map(({ attributes }) => attributes.resid)
        .filter((id) => id !== undefined);
      assert.equal(new Set(defined).size, defined.length);
      assert.deepEqual([...new Set(used)].sort(), [...defined].sort());
      for (const id of defined) assert.ok(id.length <= 32, id);
    });

    it("keeps texts within Excel's lengths, in every language", () => {
      for (const { children, name } of all(parse(text)).filter((e) => /Strings$/.test(e.name)))
        for (const { attributes, children: others } of children)
          for (const said of [attributes.DefaultValue!, ...others.map((other) => other.attributes.Value!)])
            assert.ok(said.length <= (name === "bt:ShortStrings" ? 125 : 250), attributes.id);
    });

    it("says what it shows in every language that it has, the product's and the group's name aside", () => {
      const strings = named(text, "bt:String").filter(
        ({ attributes }) => !["Group.Label", "Button.Label", "Functions.Namespace"].includes(attributes.id!),
      );
      for (const { attributes, children } of [
        ...strings,
        ...named(text, "Description").filter((e) => e.attributes.DefaultValue),
      ]) {
        assert.deepEqual(
          children.map((other) => other.attributes.Locale),
          ["de-DE", "fr-FR", "es-ES", "zh-CN"],
          attributes.id,
        );
        const typed = (said: string): boolean => said.includes("EOQ(");
        if (typed(attributes.DefaultValue!))
          for (const other of children)
            assert.ok(other.attributes.Value!.includes(development ? "=LOTWISE.EOQ(" : "=EOQ("));
      }
    });

    it("points to one https address, and there only to what the server serves", async () => {
      const folder = await builtAddin();
      const [domain] = named(text, "AppDomain");
      const urls = [...text.matchAll(/"(https:[^"]*)"/g)].map((match) => new URL(match[1]!));
      assert.ok(urls.length >= 10);
      for (const url of urls) {
        assert.equal(url.origin, domain!.text);
        if (url.pathname !== "/docs") assert.ok(existsSync(path.join(folder, url.pathname)), url.href);
      }
    });

    it("is read by Microsoft's tool", async () => {
      const folder = await mkdtemp(path.join(tmpdir(), "lotwise-manifest-"));
      try {
        const file = path.join(folder, "manifest.xml");
        await writeFile(file, text);
        const info = await OfficeAddinManifest.readManifestFile(file);
        assert.match(info.id ?? "", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
        assert.equal(info.displayName, development ? "Lotwise (development)" : "Lotwise");
        assert.equal(info.officeAppType, "TaskPaneApp");
        assert.equal(info.permissions, "ReadWriteDocument");
        assert.deepEqual(info.hosts, ["Workbook"]);
        assert.equal(
          info.defaultSettings?.sourceLocation,
          `${named(text, "AppDomain")[0]!.text}/taskpane.html${development ? "?namespace=LOTWISE" : ""}`,
        );
      } finally {
        await rm(folder, { recursive: true });
      }
    });
  });

describe("renderManifest", () => {
  it("carries the product's version, without which Excel keeps its copy of the manifest", () => {
    const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
    assert.equal(named(xml, "Version")[0]!.text, `${version}.0`);
    const next = renderManifest(xml, { publicUrl: "https://localhost:3443", version: "1.2.3-beta.4" });
    assert.equal(named(next, "Version")[0]!.text, "1.2.3.0");
  });

  it("leaves the production manifest as it is for its own address", () => {
    assert.equal(renderManifest(xml, { publicUrl: "https://localhost:3443" }), xml);
  });

  it("gives development its own identity and a namespace", () => {
    const development = renderManifest(xml, { publicUrl: "https://localhost:3443", development: true });
    assert.notEqual(named(xml, "Id")[0]!.text, named(development, "Id")[0]!.text);
    const namespace = all(parse(development)).find(({ attributes }) => attributes.id === "Functions.Namespace");
    assert.equal(namespace?.attributes.DefaultValue, "LOTWISE");
  });

  it("escapes what XML reserves", () => {
    const text = renderManifest(xml, { publicUrl: "https://a&b'c.example.com" });
    assert.equal(named(text, "AppDomain")[0]!.text, "https://a&b'c.example.com");
    assert.ok(text.includes("https://a&amp;b&apos;c.example.com/taskpane.html"));
  });

  for (const bad of [
    "http://lotwise.example.com",
    "lotwise.example.com",
    "",
    "javascript:alert(1)",
    "https://user:secret@lotwise.example.com",
    "https://lotwise.example.com/path",
    "https://lotwise.example.com/x/..",
    "https://lotwise.example.com//",
    "https:\\\\lotwise.example.com\\",
    "https://lotwise.example.com/?",
    "https://lotwise.example.com#",
    "https://lotwise.example.com/?a=1",
    'https://lotwise.example.com"><Evil/>',
  ])
    it(`refuses ${JSON.stringify(bad)} in words`, () =>
      assert.throws(() => publicOrigin(bad), /^Error: public URL .*must be like https:\/\/lotwise\.example\.com$/));

  it("drops a slash at the end and the standard port", () => {
    assert.equal(publicOrigin("https://Lotwise.Example.com:443/"), "https://lotwise.example.com");
  });

  it("says so when the manifest is not the one it knows", () => {
    assert.throws(
      () => renderManifest("<OfficeApp/>", { publicUrl: "https://localhost:3443", development: true }),
      /manifest\.xml: nothing matches/,
    );
  });
});
