import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { root } from "../../server/paths.ts";

/** One thing that a file takes from another. */
export interface Import {
  /** The other file, from the root, or the package. */
  readonly from: string;
  /** The name it has there; "*": all that is exported. */
  readonly name: string;
  /** Whether it is gone when the program runs. */
  readonly typeOnly: boolean;
}

/** A file with what it takes from others and what it gives. */
export interface Module {
  readonly file: string;
  readonly imports: readonly Import[];
  /** The values among its exports: types say what they take and give, and are gone at run time. */
  readonly exports: readonly string[];
}

const TOPS = ["addin", "server", "shared", "test"];

/** Every source file of these folders, from the root. */
export const sources = (tops: readonly string[] = TOPS): string[] =>
  tops.flatMap((top) =>
    readdirSync(path.join(root, top), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.endsWith(".d.ts"))
      .map((name) => path.join(top, name)),
  );

/** Reads one file's imports and exports from its syntax. */
export function readModule(file: string, text: string): Module {
  const imports: Import[] = [];
  const exports: string[] = [];
  const take = (specifier: ts.Node | undefined, name: string, typeOnly: boolean, folder = path.dirname(file)): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const from = specifier.text.startsWith(".") ? path.join(folder, specifier.text) : specifier.text;
    imports.push({ from, name, typeOnly });
  };

  const readImport = (node: ts.ImportDeclaration): void => {
    const clause = node.importClause;
    const typeOnly = clause?.isTypeOnly ?? false;
    const named = clause?.namedBindings;
    // The compiler leaves out what is marked as a type, and keeps the import of the file unless all of it is.
    if (!clause || (named && ts.isNamedImports(named) && named.elements.length === 0))
      take(node.moduleSpecifier, "", false);
    if (clause?.name) take(node.moduleSpecifier, "default", typeOnly);
    if (named && ts.isNamespaceImport(named)) take(node.moduleSpecifier, "*", typeOnly);
    if (named && ts.isNamedImports(named))
      for (const one of named.elements) take(node.moduleSpecifier, (one.propertyName ?? one.name).text, typeOnly);
  };

  const readExport = (node: ts.ExportDeclaration): void => {
    if (!node.exportClause) take(node.moduleSpecifier, "*", node.isTypeOnly);
    else if (ts.isNamedExports(node.exportClause))
      for (const one of node.exportClause.elements) {
        if (!node.isTypeOnly && !one.isTypeOnly) exports.push(one.name.text);
        take(node.moduleSpecifier, (one.propertyName ?? one.name).text, node.isTypeOnly);
      }
    else {
      exports.push(node.exportClause.name.text);
      take(node.moduleSpecifier, "*", node.isTypeOnly);
    }
  };

  const readStatement = (node: ts.Statement): void => {
    if (ts.isImportDeclaration(node)) readImport(node);
    else if (ts.isExportDeclaration(node)) readExport(node);
    else if (ts.isExportAssignment(node)) exports.push("default");
    else if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    else if (ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword)) {
      if (ts.isVariableStatement(node))
        for (const { name } of node.declarationList.declarations) exports.push(...namesOf(name));
      else exports.push((node as ts.DeclarationStatement).name?.text ?? "default");
    }
  };

  // What is imported where it is needed, or handed to a build as code, from the root.
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      take(node.arguments[0], "*", false);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) take(node.argument.literal, "*", true);
    if (ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)) {
      const code = node.getText().slice(1, -1);
      if (/\b(from|import) ?\(?"\./.test(code))
        imports.push(...readModule("code.ts", code).imports.map((one) => ({ ...one, typeOnly: false })));
    }
    ts.forEachChild(node, visit);
  };

  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  source.statements.forEach(readStatement);
  visit(source);
  return { file, imports, exports };
}

const namesOf = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((one) => (ts.isOmittedExpression(one) ? [] : namesOf(one.name)));

export const textOf = (file: string): string => readFileSync(path.join(root, file), "utf8");

/** The whole project, read once. */
export const modules: readonly Module[] = sources().map((file) => readModule(file, textOf(file)));

/** The product's own files. */
export const files = sources(["addin", "server", "shared"]);

const importedBy = new Map(modules.map(({ file, imports }) => [file, [...new Set(imports.map(({ from }) => from))]]));

/** Every file and package a file imports, statically, dynamically, for its types or in code that it hands to a build. */
export const importsOf = (file: string): readonly string[] => importedBy.get(file) ?? [];
