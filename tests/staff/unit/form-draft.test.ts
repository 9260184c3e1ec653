/** @jest-environment @stryker-mutator/jest-runner/jest-env/jsdom */
import { openFormDraft } from '../../../staff/src/parts/form-draft';

afterEach(() => sessionStorage.clear());

it('gives back what was typed after the page was loaded anew, until it is dropped', () => {
  openFormDraft<{ title: string }>('session.new').save({ title: '演示' });
  const draft = openFormDraft<{ title: string }>('session.new');
  expect(draft.read()).toEqual({ title: '演示' });
  draft.drop();
  expect(draft.read()).toBeNull();
});

it('keeps the drafts of two forms apart', () => {
  openFormDraft<string>('answer.a').save('甲');
  expect(openFormDraft<string>('answer.b').read()).toBeNull();
});

it('reads an unreadable draft as none', () => {
  sessionStorage.setItem('draft.session.new', '{');
  expect(openFormDraft('session.new').read()).toBeNull();
});

it('is stored under the name that older pages used', () => {
  openFormDraft<string>('newsletter').save('通讯');
  expect(sessionStorage.getItem('draft.newsletter')).toBe('"通讯"');
});
