import assert from "node:assert/strict";

/** What a recipe does to one file. */
export interface Change {
  readonly file: string;
  /** The new text, from the old one; undefined where the file is not there yet. */
  apply(before: string | undefined): string;
}

export interface Recipe {
  readonly title: string;
  readonly changes: readonly Change[];
}

/** A block of TypeScript whose first line names the file that it is. */
function newFile(code: string): Change {
  const [, file, text] = /^\/\/ (\S+)\n([^]*)$/.exec(code) ?? [];
  assert.ok(file && text, `no file is named: ${code.slice(0, 60)}`);
  return {
    file,
    apply(before) {
      assert.equal(before, undefined, `${file} is there already`);
      return text;
    },
  };
}

/** Adds each line marked + below the line that stands before it. */
function addedLines(code: string): Change {
  const [head = "", ...lines] = code.trimEnd().split("\n");
  const file = head.replace(/^--- /, "");
  return {
    file,
    apply(before) {
      assert.ok(before !== undefined, `there is no ${file}`);
      const text = before.split("\n");
      let at = -1;
      for (const line of lines)
        if (line.startsWith("+")) text.splice(++at, 0, line.slice(1));
        else {
          assert.equal(text.filter((one) => one === line.slice(1)).length, 1, `${file} has once: ${line}`);
          at = text.indexOf(line.slice(1));
        }
      return text.join("\n");
    },
  };
}

/** The recipes of a text: its sections of the third rank that hold blocks of TypeScript and of changes. */
export function recipesOf(text: string): Recipe[] {
  return text
    .split(/^(?=##+ )/m)
    .filter((section) => section.startsWith("### "))
    .map((section) => ({
      title: section.slice(4, section.indexOf("\n")),
      changes: [...section.matchAll(/^```(ts|diff)\n([^]*?)^```$/gm)].map(([, language, code]) =>
        language === "ts" ? newFile(code!) : addedLines(code!),
      ),
    }))
    .filter(({ changes }) => changes.length > 0);
}
