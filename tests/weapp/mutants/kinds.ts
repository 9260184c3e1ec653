/** What a mutant is, and the kinds of them by the level that has to catch it. */
import type { Rule } from '../../../scripts/weapp/finding';
import type { Level } from '../../../scripts/weapp/levels';
import type { Lab } from './lab';

export interface Mutant {
  name: string;
  rule: Rule;
  level: Level;
  /** Pages to open, where the level opens any; none opens all and follows every link. */
  routes?: readonly string[];
  breaks: (lab: Lab) => void;
}

export const HOME = 'pages/home/index';
export const ME = 'pages/me/index';
export const CASES = 'features/cases/pages/list/index';
export const LAW = 'features/legal-aid/pages/overview/index';

export const compile = (name: string, rule: Rule, breaks: Mutant['breaks']): Mutant => ({
  name,
  rule,
  level: 'compile',
  breaks,
});
export const config = (name: string, change: Parameters<Lab['json']>[1]): Mutant => ({
  name,
  rule: 'ci-project',
  level: 'ci-config',
  breaks: (lab) => lab.json('app.json', change),
});
export const forbidden = (name: string, rule: Rule, breaks: Mutant['breaks']): Mutant => ({
  name,
  rule,
  level: 'forbidden',
  breaks,
});
export const code = (name: string, rule: Rule, line: string): Mutant =>
  forbidden(name, rule, (lab) => lab.append(`${ME}.js`, line));
export const running = (name: string, rule: Rule, body: string, route = ME): Mutant => ({
  name,
  rule,
  level: 'logic',
  routes: [route],
  breaks: (lab) => lab.onLoad(route, body),
});
export const drawn = (name: string, rule: Rule, route: string, breaks: Mutant['breaks']): Mutant => ({
  name,
  rule,
  level: 'view',
  routes: [route],
  breaks,
});
