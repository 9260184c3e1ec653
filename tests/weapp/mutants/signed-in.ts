/** Builds that look wrong only where a service has answered: with a form, a ticket, an offer, sessions to move to. */
import type { Rule } from '../../../scripts/weapp/finding';
import type { Lab } from './lab';

export interface SignedInMutant {
  name: string;
  rule: Rule;
  route: string;
  /** What the finding has to be about. */
  about: string;
  breaks: (lab: Lab) => void;
}

const page = (name: string): string => `features/registration/pages/${name}/index`;
const [SIGN_UP, TICKET, MOVE] = ['sign-up', 'ticket', 'move'].map(page) as [string, string, string];

/** Changes what a page sends to the view wherever it has these words; `json` is the text of it. */
const whereSent = (lab: Lab, route: string, words: string, change: string): void =>
  lab.page(
    route,
    `var l=o.onLoad;o.onLoad=function(q,c){var s=this,d=s.setData;s.setData=function(p,f){` +
      `var json=JSON.stringify(p);return d.call(s,json.indexOf(${JSON.stringify(words)})<0?p:${change},f)};l.call(this,q,c)}`,
  );

export const signedInMutants: readonly SignedInMutant[] = [
  {
    name: 'a way back to a question that no finger hits',
    rule: 'tap-area',
    route: SIGN_UP,
    about: '修改',
    breaks: (lab) => lab.style(SIGN_UP, 'edit', 'width:20px;min-width:0;height:20px;min-height:0'),
  },
  {
    name: 'a button without its words',
    rule: 'unnamed',
    route: MOVE,
    about: 'aria-command-name',
    breaks: (lab) => whereSent(lab, MOVE, '暂不改期', 'JSON.parse(json.replace(/暂不改期/g,""))'),
  },
  {
    name: 'an offer that nobody can read',
    rule: 'contrast',
    route: TICKET,
    about: '已为你保留',
    breaks: (lab) => lab.style(TICKET, 'change', 'color:#ccc;background:#eee'),
  },
  {
    name: 'a ticket of more than 40 KB',
    rule: 'setdata-size',
    route: TICKET,
    about: '一次 setData',
    breaks: (lab) => whereSent(lab, TICKET, '编号', 'Object.assign({m:new Array(41e3).join("x")},p)'),
  },
  {
    name: 'a session under the button below it',
    rule: 'overlap',
    route: MOVE,
    about: 'row_',
    breaks: (lab) => lab.style(MOVE, 'row', 'margin-bottom:-50px'),
  },
];
