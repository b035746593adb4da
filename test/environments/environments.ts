/** A machine on which Lotwise must do as on every other. What it leaves out is as on the machine that runs this. */
export interface Environment {
  readonly name: string;
  /** All that is set beside a path to Node and an empty home. */
  readonly variables: Readonly<Record<string, string>>;
  /** The major version of Node; this one's own unless given. */
  readonly node?: number;
  /** Whether it runs as a user who may write nothing of the checkout. */
  readonly readOnly?: boolean;
}

const locale = (name: string): Environment => ({
  name: `locale ${name}`,
  variables: { LANG: `${name}.UTF-8`, LC_ALL: `${name}.UTF-8` },
});
const zone = (TZ: string): Environment => ({ name: `time zone ${TZ}`, variables: { TZ } });
const release = (node: number): Environment => ({ name: `Node ${node}`, variables: {}, node });

/** The demo's sales span clock changes, at other hours and on other days east and west. */
export const ENVIRONMENTS: readonly Environment[] = [
  { name: "empty", variables: {} },
  locale("de_DE"),
  locale("tr_TR"),
  zone("Pacific/Kiritimati"),
  zone("America/Los_Angeles"),
  zone("Europe/Berlin"),
  release(20),
  release(22),
  release(24),
  release(26),
  { name: "read-only checkout", variables: {}, readOnly: true },
];
