/** What a compiled package shows of itself to whoever reviews it. */
import type { AnyNode, Property } from 'acorn';
import { full } from 'acorn-walk';
import { memberName } from '../weapp/forbidden/apis';
import { FRAMEWORK_FILES } from '../weapp/forbidden/globals';
import type { WeappBuild } from '../weapp/build';
import { jsFiles, type JsFile } from '../weapp/js-files';
import { bannedInterfaces, saysBannedFeature } from './banned-features';
import { isPersonal, privacyInformation } from './wechat-privacy';

/** Something found, with the files it stands in. */
export type FilesByFinding = ReadonlyMap<string, readonly string[]>;

export interface PackageFacts {
  /** Privacy interfaces that are called, by name. */
  interfaces: FilesByFinding;
  /** Labels of fields for something of a person. */
  personalFields: FilesByFinding;
  /** Hosts of addresses that stand in the code by themselves. */
  hosts: FilesByFinding;
  /** Texts that speak of what a 政务应用 may not have. */
  banned: FilesByFinding;
  /** Other interfaces that are called and that a paper tells of: what a banned feature would need, what needs a domain. */
  calls: FilesByFinding;
}

const names = new Set(privacyInformation.flatMap(({ interfaces }) => interfaces));

const watched = new Set([...bannedInterfaces, 'uploadFile', 'connectSocket']);

/** Longer texts are articles and whole lists of records: what somebody reads, and no feature of the app. */
const LONGEST_OF_A_PAGE = 400;

interface FactsOfFile {
  interfaces: string[];
  personalFields: string[];
  hosts: string[];
  banned: string[];
  calls: string[];
}

// Copies of a package with one file changed share what is known of the others.
const known = new Map<string, FactsOfFile>();

const keyOf = ({ key }: Pick<Property, 'key'>): string => {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : '';
};

const textOf = (node: AnyNode): string | null =>
  node.type === 'Literal' && typeof node.value === 'string' ? node.value : null;

/** The label of an object that is a form's field: one with a name or a keyboard beside it. */
function labelOfField(node: Extract<AnyNode, { type: 'ObjectExpression' }>): string | null {
  const properties = node.properties.filter((one): one is Property => one.type === 'Property');
  const keys = properties.map(keyOf);
  if (!keys.includes('name') && !keys.includes('keyboard')) return null;
  const label = properties.find((one) => keyOf(one) === 'label');
  return label ? textOf(label.value) : null;
}

function factsOfFile({ text, program }: JsFile, isFramework: boolean): FactsOfFile {
  const before = known.get(text);
  if (before) return before;
  const facts: FactsOfFile = { interfaces: [], personalFields: [], hosts: [], banned: [], calls: [] };
  if (program && !isFramework) {
    full(program, (any) => {
      const node: AnyNode = any;
      if (node.type === 'MemberExpression') {
        const asked = memberName(node);
        if (asked !== undefined && names.has(asked)) facts.interfaces.push(asked);
        if (asked !== undefined && watched.has(asked)) facts.calls.push(asked);
      }
      if (node.type === 'ObjectExpression') {
        const label = labelOfField(node);
        if (label !== null && isPersonal(label)) facts.personalFields.push(label);
      }
      if (node.type === 'Property' && /^open-?type$/i.test(keyOf(node))) {
        const openType = textOf(node.value);
        if (openType !== null && names.has(openType)) facts.interfaces.push(openType);
      }
      const said = textOf(node) ?? (node.type === 'TemplateElement' ? (node.value.cooked ?? '') : null);
      if (said === null) return;
      const host = /^(?:https?|wss?):\/\/([^/\s?#]+)/.exec(said)?.[1];
      if (host !== undefined) facts.hosts.push(host);
      if (said.length < LONGEST_OF_A_PAGE && saysBannedFeature(said)) facts.banned.push(said);
    });
  }
  known.set(text, facts);
  return facts;
}

function collect(lists: readonly { file: string; found: readonly string[] }[]): FilesByFinding {
  const all = new Map<string, string[]>();
  for (const { file, found } of lists) {
    for (const one of new Set(found)) all.set(one, [...(all.get(one) ?? []), file]);
  }
  return all;
}

/** Reads a compiled mini-program; Taro's own files, whose lists name every interface there is, don't count. */
export function factsOf(build: WeappBuild): PackageFacts {
  const files = jsFiles(build).map((js) => ({
    file: js.file,
    facts: factsOfFile(js, FRAMEWORK_FILES.has(js.file)),
  }));
  const of = (kind: keyof FactsOfFile): FilesByFinding =>
    collect(files.map(({ file, facts }) => ({ file, found: facts[kind] })));
  return {
    interfaces: of('interfaces'),
    personalFields: of('personalFields'),
    hosts: of('hosts'),
    banned: of('banned'),
    calls: of('calls'),
  };
}
