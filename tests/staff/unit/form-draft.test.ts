/**
 * @jest-environment ./scripts/mutants/environment.js
 * @jest-environment-options {"dom": true}
 */
import { dropFormDrafts, keepFormDraftsOf, openFormDraft } from '../../../staff/src/parts/form-draft';

afterEach(() => sessionStorage.clear());

it('gives back what was typed after the page was loaded anew, until it is dropped', () => {
  openFormDraft<{ title: string }>('me', 'session.new').save({ title: '演示' });
  const draft = openFormDraft<{ title: string }>('me', 'session.new');
  expect(draft.read()).toEqual({ title: '演示' });
  draft.drop();
  expect(draft.read()).toBeNull();
});

it('keeps the drafts of two forms apart', () => {
  openFormDraft<string>('me', 'answer.a').save('甲');
  expect(openFormDraft<string>('me', 'answer.b').read()).toBeNull();
});

it('gives nobody what somebody else typed, also where an older page stored it without a name', () => {
  openFormDraft<string>('her', 'newsletter').save('通讯');
  sessionStorage.setItem('draft.newsletter', '"通讯"');
  expect(openFormDraft<string>('me', 'newsletter').read()).toBeNull();
  openFormDraft<string>('me', 'newsletter').save('我的');
  keepFormDraftsOf('me');
  expect(Object.keys(sessionStorage)).toEqual(['draft.me.newsletter']);
});

it('keeps nothing after its writer has signed out, and leaves what is no draft', () => {
  openFormDraft<string>('me', 'newsletter').save('通讯');
  sessionStorage.setItem('reloaded', '/');
  dropFormDrafts();
  expect(Object.keys(sessionStorage)).toEqual(['reloaded']);
});

it('reads an unreadable draft as none', () => {
  sessionStorage.setItem('draft.me.session.new', '{');
  expect(openFormDraft('me', 'session.new').read()).toBeNull();
});
