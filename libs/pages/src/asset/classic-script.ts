/** A browser module by the name under which others import it, `./deck.js`. */
export interface ScriptModule {
  name: string;
  code: string;
}

/**
 * One script of several modules, for pages that are opened from a folder: browsers load modules from a server only.
 * Each module stays in a function of its own and hands out what it exports. @param modules what is imported comes first.
 * @throws for a module with an import or export of another form than our own have.
 */
export function toClassicScript(modules: readonly ScriptModule[]): string {
  return squeezed(`(()=>{"use strict";\n${modules.map(toFunction).join('\n')}\n})();\n`);
}

/** Our own modules hold no such sign between spaces inside a string and no text of several lines: both can go by sight. */
function squeezed(code: string): string {
  return code
    .replace(/\n\s+/g, '\n')
    .replace(/([;,{([])\n/g, '$1')
    .replace(/\n(?=[})\]?:.&|])/g, '')
    .replace(/ (=>|[=?:<>]|[!=]==|&&|\|\||\?\?) /g, '$1');
}

function toFunction({ name, code }: ScriptModule): string {
  const exported: string[] = [];
  const body = code
    .replace(
      importLine,
      (_, names: string, from: string) => `const {${names.replace(/\bas\b/g, ':')}}=${toName(from)};`,
    )
    .replace(/^export\s*\{\s*\};?\s*$/gm, '')
    .replace(/^export (?=(?:async )?(?:function|class|const)\*? ([\w$]+))/gm, (_, own: string) => {
      exported.push(own);
      return '';
    });
  if (/^\s*(import|export)\b/m.test(body)) throw new Error(`The script ${name} imports or exports in an unknown form.`);
  return `const ${toName(name)}=(()=>{\n${body}\nreturn {${exported.join(',')}};\n})();`;
}

const importLine = /^import\s*\{([^}]*)\}\s*from\s*['"]\.\/([\w-]+)\.js['"];?\s*$/gm;

function toName(module: string): string {
  return `module_${module.replaceAll('-', '_')}`;
}
