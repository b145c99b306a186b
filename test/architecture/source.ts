import ts from 'typescript';

/** One place in a file: the line counts from 1. */
export interface Found {
  line: number;
  what: string;
}

export interface Source {
  /** Every module that the file names: static, type-only, re-exported, `import()`, `import('…')` types and `require`. */
  imports: Found[];
  /** `await`, `async` and `for await`. */
  waits: Found[];
  /** Reads of the world that only config and kernel may do: `process.env`, `Date.now()`, `new Date()`, `Math.random()`. */
  worldly: Found[];
}

/** What one file imports and does, from its syntax tree. */
export function readSource(name: string, text: string): Source {
  const kind = name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true, kind);
  const source: Source = { imports: [], waits: [], worldly: [] };
  const at = (node: ts.Node, what: string): Found => ({
    line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1,
    what,
  });
  const visit = (node: ts.Node): void => {
    const module = moduleOf(node);
    if (module !== undefined) source.imports.push(at(node, module));
    const wait = waitOf(node);
    if (wait) source.waits.push(at(node, wait));
    const read = worldlyOf(node);
    if (read) source.worldly.push(at(node, read));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return source;
}

function moduleOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return textOf(node.moduleSpecifier);
  if (ts.isExternalModuleReference(node)) return textOf(node.expression);
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? textOf(node.argument.literal) : undefined;
  if (!ts.isCallExpression(node)) return undefined;
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
  return isImport || isRequire ? textOf(node.arguments[0]) : undefined;
}

function textOf(node: ts.Node | undefined): string | undefined {
  return node && ts.isStringLiteralLike(node) ? node.text : undefined;
}

function waitOf(node: ts.Node): string | undefined {
  if (ts.isAwaitExpression(node)) return 'await';
  if (ts.isForOfStatement(node) && node.awaitModifier) return 'for await';
  return node.kind === ts.SyntaxKind.AsyncKeyword ? 'async' : undefined;
}

function worldlyOf(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const text = `${node.expression.getText()}.${node.name.text}`;
    return ['process.env', 'Date.now', 'Math.random'].includes(text) ? text : undefined;
  }
  const isDate =
    (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'Date';
  return isDate && !node.arguments?.length ? 'new Date()' : undefined;
}
