/** Every wxml through glass-easel's compiler: the framework WeChat runs today, stricter than `wcc` and able to draw in a browser. */
import { TmplGroup } from 'glass-easel-template-compiler';
import { finding, type Finding } from '../finding';
import { filesOf, type WeappBuild } from '../build';

export interface TemplateCode {
  findings: Finding[];
  /** JavaScript for the view layer: an object of template makers by path, `pages/home/index`. */
  code: string;
}

interface Fault {
  message: string;
  level: string | number;
  startLine?: number;
  start?: { line: number; column: number };
}

const withoutExtension = (file: string): string => file.replace(/\.(wxml|wxs)$/, '');

/** Compiles all templates of a build into one group, as pages import each other's. */
export function compileTemplates(build: WeappBuild): TemplateCode {
  const group = new TmplGroup();
  const findings: Finding[] = [];
  for (const file of filesOf(build, 'wxs')) group.addScript(withoutExtension(file), build.read(file));
  for (const file of filesOf(build, 'wxml')) {
    for (const { message, level } of group.addTmpl(withoutExtension(file), build.read(file)) as Fault[]) {
      findings.push(finding('wxml-syntax', file, `glass-easel（${level}）：${message}`));
    }
  }
  for (const file of filesOf(build, 'wxml')) {
    const own = withoutExtension(file);
    for (const used of group.getDirectDependencies(own)) {
      if (!build.has(`${used}.wxml`)) findings.push(finding('missing-file', file, `引用的模板 ${used}.wxml 不在包里`));
    }
    for (const used of group.getScriptDependencies(own)) {
      if (!build.has(`${used}.wxs`)) findings.push(finding('missing-file', file, `引用的 ${used}.wxs 不在包里`));
    }
  }
  const code = group.getTmplGenObjectGroups();
  group.free();
  return { findings, code };
}
