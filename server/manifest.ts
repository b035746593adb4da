import { publicOrigin } from "./public-origin.ts";

/** The address in the checked-in manifest, replaced when it is rendered for another. */
const MANIFEST_ADDRESS = "https://localhost:3443";

/** The development add-in has its own identity, so that it and the production one can be loaded side by side. */
const DEVELOPMENT_ID = "d9df649a-a9e3-4ae6-b378-f07abecfafe6";
const DEVELOPMENT_NAMESPACE = "LOTWISE";

export interface ManifestOptions {
  /** Where Excel reaches this server: https, host and port, nothing after. */
  readonly publicUrl: string;
  /** Own id, "(development)" in the name, and functions typed as `=LOTWISE.EOQ(...)`. */
  readonly development?: boolean;
  /** The product's. Excel looks at a changed manifest only where its version has risen. */
  readonly version?: string;
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character]!);
}

/** Replaces exactly what `pattern` finds, or says that the manifest is not the one this code knows. */
function replaceIn(xml: string, pattern: RegExp, replacement: string): string {
  if (!pattern.test(xml)) throw new Error(`manifest.xml: nothing matches ${pattern}`);
  return xml.replace(pattern, () => replacement);
}

function asDevelopment(xml: string): string {
  const edits: readonly (readonly [RegExp, string])[] = [
    [/<Id>[^<]*<\/Id>/, `<Id>${DEVELOPMENT_ID}</Id>`],
    [/<DisplayName [^>]*>/, `<DisplayName DefaultValue="Lotwise (development)"/>`],
    [
      /<bt:String id="Group\.Label"[^>]*>/,
      `<bt:String id="Group.Label" DefaultValue="Lotwise (development)"/>
        <bt:String id="Functions.Namespace" DefaultValue="${DEVELOPMENT_NAMESPACE}"/>`,
    ],
    [/<\/Metadata>/, `</Metadata>\n            <Namespace resid="Functions.Namespace"/>`],
    // The page tells the pane, which then inserts formulas as they must be typed.
    [
      /<SourceLocation DefaultValue="[^"]*"\/>/,
      `<SourceLocation DefaultValue="${MANIFEST_ADDRESS}/taskpane.html?namespace=${DEVELOPMENT_NAMESPACE}"/>`,
    ],
    [
      /<bt:Url id="Taskpane\.Url"[^>]*>/,
      `<bt:Url id="Taskpane.Url" DefaultValue="${MANIFEST_ADDRESS}/taskpane.html?namespace=${DEVELOPMENT_NAMESPACE}"/>`,
    ],
    [/=EOQ\(/g, `=${DEVELOPMENT_NAMESPACE}.EOQ(`],
  ];
  return edits.reduce((text, [pattern, replacement]) => replaceIn(text, pattern, replacement), xml);
}

/** Renders the checked-in manifest for another address, as production or as the development add-in. */
export function renderManifest(xml: string, { publicUrl, development = false, version }: ManifestOptions): string {
  const address = escapeXml(publicOrigin(publicUrl));
  const [numbers] = /^\d+\.\d+\.\d+/.exec(version ?? "") ?? [];
  const versioned =
    numbers === undefined ? xml : replaceIn(xml, /<Version>[^<]*<\/Version>/, `<Version>${numbers}.0</Version>`);
  return (development ? asDevelopment(versioned) : versioned).replaceAll(MANIFEST_ADDRESS, () => address);
}
