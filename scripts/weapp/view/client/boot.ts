/** Starts a page of the view layer and takes what the logic layer sends it. */
import * as glassEasel from 'glass-easel';
import { keepAttributeValues } from './attributes';
import { isQuiet, send, type WxNode } from './bridge';
import { createElement, reflectAttributes, watchButtons } from './components';
import { drawnFaults } from './drawn';
import { followTouches, forward } from './events';
import { watchGestures } from './gestures';
import * as inspect from './inspect';

/** `root.cn.[0].cl` as glass-easel takes a path. The logic layer has its own copy: the two share nothing, as in WeChat. */
const parsePath = (text: string): (string | number)[] =>
  text
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** What the server of the page writes into it. */
export interface Start {
  route: string;
  data: Record<string, unknown>;
  pullDownEnabled: boolean;
  /** Components by tag, as page.json names them: path of the template without extension. */
  components: Record<string, string>;
}

declare global {
  interface Window {
    __templates: Record<string, unknown>;
    __start: Start;
    __view: {
      update: (json: string) => void;
      isQuiet: () => boolean;
      drawnFaults: typeof drawnFaults;
    } & typeof inspect;
  }
}

type Definition = Parameters<glassEasel.ComponentSpace['defineComponent']>[0];

/** `bindtap` without a colon is WeChat's older spelling, which Taro writes. */
const templateOf = (path: string): object => ({
  content: window.__templates[path],
  fallbackListenerOnNativeNode: true,
});

function start({ route, data, pullDownEnabled, components }: Start): void {
  glassEasel.globalOptions.throwGlobalError = false;
  glassEasel.globalOptions.writeIdToDOM = true;
  glassEasel.addGlobalErrorListener((error) =>
    send({ kind: 'error', message: String((error as Error).message ?? error) }),
  );
  keepAttributeValues();
  reflectAttributes();

  const space = new glassEasel.ComponentSpace();
  const methods = { eh: (event: unknown) => forward('eh', event as Parameters<typeof forward>[1]) };
  for (const [name, path] of Object.entries(components))
    space.setGlobalUsingComponent(name, nested(space, path, methods).general());
  const page = space.defineComponent({ template: templateOf(route), data, methods } as unknown as Definition);

  const backend = new glassEasel.CurrentWindowBackendContext();
  backend.document = {
    createElement,
    createTextNode: (words: string) => document.createTextNode(words),
    createDocumentFragment: () => document.createDocumentFragment(),
  } as unknown as typeof backend.document;
  backend.onEvent((target, type, detail, options) => {
    glassEasel.Event.dispatchEvent(target, new glassEasel.Event(type, detail, options));
  });
  const root = glassEasel.Component.createWithContext(
    'wx-page',
    page.general(),
    backend as unknown as glassEasel.GeneralBackendContext,
  );
  const place = document.createElement('span');
  document.body.append(place);
  glassEasel.Element.replaceDocumentElement(root, document.body as never, place as never);

  followTouches();
  watchGestures({ pullDownEnabled });
  watchButtons();
  window.__view = { update: (json) => update(root as unknown as Updatable, json), isQuiet, drawnFaults, ...inspect };
}

/** Taro's own component for what lies deeper than its templates: it draws its part of the same tree. */
const nested = (space: glassEasel.ComponentSpace, path: string, methods: object) =>
  space.defineComponent({
    options: { virtualHost: true },
    template: templateOf(path),
    properties: { i: { type: Object, value: {} }, l: { type: String, value: '' } },
    methods,
  } as unknown as Definition);

type Updatable = WxNode & {
  replaceDataOnPath: (path: (string | number)[], value: unknown) => void;
  applyDataUpdates: () => void;
};

function update(root: Updatable, json: string): void {
  for (const [path, value] of Object.entries(JSON.parse(json) as Record<string, unknown>))
    root.replaceDataOnPath(parsePath(path), value);
  root.applyDataUpdates();
}

window.addEventListener('error', ({ message }) => send({ kind: 'error', message }));
start(window.__start);
