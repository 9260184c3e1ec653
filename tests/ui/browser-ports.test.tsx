/** What the app asks a browser for: documents, sharing, page scripts, the screen, what it keeps for a tunnel. */
import { TextEncoder } from 'node:util';
import { act, renderHook } from '@testing-library/react';
import Taro from '@tarojs/taro';
import { textScale, useAppearance } from '@/platform/appearance';
import { useNow, useToday } from '@/platform/clock';
import { saveDocument, shareDocument, sharesDocuments } from '@/platform/document';
import { saveMadeDocument } from '@/platform/made-document';
import { saveMadeDocument as openMadeDocument } from '@/platform/made-document/index.weapp';
import { dropFrame } from '@/platform/frame';
import { keepForOffline, useIsKept } from '@/platform/offline';
import { withPageScript } from '@/platform/page-script';
import { isSinglePage } from '@/platform/scene';
import { useBrightScreen } from '@/platform/screen';
import { shareByCall } from '@/platform/share';
import { useArticleSharing } from '@/platform/share/article';
import { load, stored } from '@/platform/storage';
import { phone } from '../setup/taro';

/** Gives the browser something that jsdom lacks. */
const has = (target: object, name: string, value: unknown) =>
  Object.defineProperty(target, name, { configurable: true, value });
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 0)));

beforeEach(() => jest.spyOn(console, 'warn').mockImplementation());
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
  for (const name of ['share', 'canShare', 'wakeLock', 'serviceWorker', 'connection', 'clipboard', 'onLine'])
    Reflect.deleteProperty(navigator, name);
  for (const name of ['requestIdleCallback', '__taroAppConfig']) Reflect.deleteProperty(window, name);
});

describe('a Word document', () => {
  const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

  // What Word's files are written with; each browser has it.
  beforeEach(() => has(globalThis, 'TextEncoder', TextEncoder));

  /** What goes to the downloads from now on: the files, and the names that they are saved under. */
  function downloads(): { files: Blob[]; links: string[] } {
    const files: Blob[] = [];
    has(URL, 'createObjectURL', (file: Blob) => `blob:${files.push(file)}`);
    has(URL, 'revokeObjectURL', jest.fn());
    const links: string[] = [];
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      links.push(this.download);
    });
    return { files, links };
  }

  it('goes to the downloads under its name', async () => {
    const { files, links } = downloads();
    expect(await saveDocument('仲裁申请书', '第一行\n第二行')).toBe('done');
    expect(links).toEqual(['仲裁申请书.docx']);
    expect(files.map(({ type }) => type)).toEqual([WORD]);
  });

  it('that the service has made is saved with its very bytes', async () => {
    const { files, links } = downloads();
    // Not UTF-8: whoever takes the bytes for text spoils them.
    expect(await saveMadeDocument('我的信息', Buffer.from([0x50, 0x4b, 0xff, 0xfe]).toString('base64'))).toBe('done');
    expect([links, files.map(({ type, size }) => [type, size])]).toEqual([['我的信息.docx'], [[WORD, 4]]]);
  });

  describe('that the service has made, in WeChat', () => {
    const written: unknown[][] = [];
    const opened = jest.fn<Promise<TaroGeneral.CallbackResult>, [Taro.openDocument.Option]>();
    beforeEach(() => {
      written.length = 0;
      opened.mockReset().mockResolvedValue({ errMsg: 'openDocument:ok' });
      has(Taro, 'env', { USER_DATA_PATH: 'wxfile://usr' });
      has(Taro, 'openDocument', opened);
      has(Taro, 'getFileSystemManager', () => ({
        readdirSync: () => [],
        writeFileSync: (...args: unknown[]) => void written.push(args),
      }));
    });

    it('is opened, with the menu that saves it and hands it on', async () => {
      expect(await openMadeDocument('我的信息', 'UEs=')).toBe('done');
      expect(written).toEqual([['wxfile://usr/我的信息.docx', 'UEs=', 'base64']]);
      expect(opened).toHaveBeenCalledWith({
        filePath: 'wxfile://usr/我的信息.docx',
        fileType: 'docx',
        showMenu: true,
      });
    });

    it('fails where WeChat opens nothing', async () => {
      opened.mockRejectedValue({ errMsg: 'openDocument:fail' });
      expect(await openMadeDocument('我的信息', 'UEs=')).toBe('failed');
    });
  });

  it('fails where the browser saves no files', async () => {
    has(URL, 'createObjectURL', () => {
      throw new Error('no');
    });
    expect(await saveDocument('仲裁申请书', '一')).toBe('failed');
  });

  it.each([
    ['done', () => Promise.resolve()],
    ['cancelled', () => Promise.reject(Object.assign(new Error('x'), { name: 'AbortError' }))],
    ['failed', () => Promise.reject(new Error('no'))],
    // Not an error at all, though it bears the name.
    ['failed', () => Promise.reject({ name: 'AbortError' })],
  ])('is handed to another app: %s', async (answer, share) => {
    const handed = jest.fn<Promise<void>, [{ files: File[] }]>(share);
    has(navigator, 'share', handed);
    expect(await shareDocument('仲裁申请书', '一')).toBe(answer);
    expect(handed.mock.calls[0]?.[0].files.map(({ name, type }) => [name, type])).toEqual([['仲裁申请书.docx', WORD]]);
  });

  it('is offered to other apps only where the browser takes such files', () => {
    expect(sharesDocuments()).toBe(false);
    has(navigator, 'canShare', ({ files }: { files: File[] }) => files[0]?.name === 'a.docx' && files[0].type === WORD);
    expect(sharesDocuments()).toBe(true);
    has(navigator, 'canShare', () => false);
    expect(sharesDocuments()).toBe(false);
  });
});

describe('sharing', () => {
  it('gives a friend the page, and the timeline its query', () => {
    renderHook(() => useArticleSharing('公园的灯', '/features/cases/pages/detail/index?id=case-a'));
    expect(phone.sharing.friend()).toEqual({
      title: '公园的灯',
      path: '/features/cases/pages/detail/index?id=case-a',
    });
    expect(phone.sharing.timeline()).toEqual({ title: '公园的灯', query: 'id=case-a' });
    renderHook(() => useArticleSharing('法律服务', '/features/legal-aid/pages/home/index'));
    expect(phone.sharing.timeline()).toEqual({ title: '法律服务', query: '' });
  });

  it('opens the phone’s sheet, and says nothing where it was closed again', async () => {
    const share = jest.fn(() => Promise.reject(new Error('AbortError')));
    has(navigator, 'share', share);
    await shareByCall('公园的灯');
    expect(share).toHaveBeenCalledWith({ title: '公园的灯', url: window.location.href });
    expect(phone.toasts).toEqual([]);
  });

  it('copies the address where there is no sheet, and shows it where nothing can be copied', async () => {
    const copied: string[] = [];
    has(navigator, 'clipboard', { writeText: (text: string) => Promise.resolve(void copied.push(text)) });
    await shareByCall('公园的灯');
    expect(copied).toEqual([window.location.href]);
    expect(phone.toasts).toEqual(['网址已复制']);
    const shown = jest.fn();
    Object.assign(Taro, { showModal: shown });
    has(navigator, 'clipboard', { writeText: () => Promise.reject(new Error('no')) });
    await shareByCall('公园的灯');
    expect(shown).toHaveBeenCalledWith({
      title: '复制这个网址',
      content: window.location.href,
      showCancel: false,
    });
  });

  it.each([
    [1154, true],
    [1001, false],
  ])('knows by scene %i whether the timeline shows one page alone: %s', (scene, alone) => {
    jest.spyOn(Taro, 'getLaunchOptionsSync').mockReturnValue({ scene } as ReturnType<typeof Taro.getLaunchOptionsSync>);
    expect(isSinglePage()).toBe(alone);
  });
});

describe('a page’s script', () => {
  it('comes before the page, and of several taps the last opens, once', async () => {
    const arrive = new Map<string, () => void>();
    const route = (path: string) => ({
      path,
      load: (): [Promise<unknown>] => [new Promise<void>((resolve) => arrive.set(path, resolve))],
    });
    window.__taroAppConfig = { routes: [route('pages/a'), route('pages/b')] };
    const opened: string[] = [];
    withPageScript('/pages/a', () => opened.push('a'));
    withPageScript('/pages/b', () => opened.push('b'));
    expect(opened).toEqual([]);
    arrive.get('pages/a')?.();
    await settle();
    expect(opened).toEqual([]);
    arrive.get('pages/b')?.();
    await settle();
    expect(opened).toEqual(['b']);
  });

  it('is waited for by nobody where there is none', () => {
    const opened: string[] = [];
    withPageScript('/pages/a', () => opened.push('a'));
    window.__taroAppConfig = { routes: [] };
    withPageScript('/pages/b', () => opened.push('b'));
    expect(opened).toEqual(['a', 'b']);
  });

  it('takes the frame away that the page’s HTML drew', () => {
    document.body.innerHTML = '<div id="frame">渝工随行</div><div id="app"></div>';
    dropFrame();
    dropFrame();
    expect(document.body.innerHTML).toBe('<div id="app"></div>');
  });
});

describe('the screen', () => {
  const visible = (state: string) => {
    has(document, 'visibilityState', state);
    document.dispatchEvent(new Event('visibilitychange'));
  };
  afterEach(() => Reflect.deleteProperty(document, 'visibilityState'));

  it('stays on while a page is looked at, also after it was away, and no longer', async () => {
    const held: { release: jest.Mock }[] = [];
    const ask = jest.fn(() => {
      const lock = { release: jest.fn(() => Promise.resolve()) };
      held.push(lock);
      return Promise.resolve(lock);
    });
    has(navigator, 'wakeLock', { request: ask });
    const { unmount } = renderHook(useBrightScreen);
    await settle();
    expect(ask.mock.calls).toEqual([['screen']]);
    visible('hidden');
    expect(ask).toHaveBeenCalledTimes(1);
    visible('visible');
    await settle();
    expect(ask).toHaveBeenCalledTimes(2);
    unmount();
    expect(held[1]?.release).toHaveBeenCalledTimes(1);
    visible('visible');
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('is let go where the page was left before the browser answered', async () => {
    const release = jest.fn(() => Promise.resolve());
    has(navigator, 'wakeLock', { request: () => Promise.resolve({ release }) });
    renderHook(useBrightScreen).unmount();
    await settle();
    expect(release).toHaveBeenCalledTimes(1);
  });
});

describe('what is kept for a tunnel', () => {
  let register: jest.Mock;
  let post: jest.Mock;
  const env: { NODE_ENV?: string } = process.env;

  beforeEach(() => {
    env.NODE_ENV = 'production';
    post = jest.fn();
    register = jest.fn(() => Promise.resolve());
    has(navigator, 'serviceWorker', { register, ready: Promise.resolve({ active: { postMessage: post } }) });
    has(navigator, 'onLine', true);
  });
  afterEach(() => {
    env.NODE_ENV = 'test';
  });

  it('is fetched when the browser has nothing else to do, with what the open page has loaded already', async () => {
    const idle: (() => void)[] = [];
    has(window, 'requestIdleCallback', (work: () => void) => idle.push(work));
    has(performance, 'getEntriesByType', () => [{ name: '/js/app.js' }]);
    keepForOffline();
    expect(register).not.toHaveBeenCalled();
    idle[0]?.();
    await settle();
    expect(register).toHaveBeenCalledWith('/sw.js');
    expect(post).toHaveBeenCalledWith(['/js/app.js']);
  });

  it('waits a moment where the browser has no idle time to ask for', () => {
    jest.useFakeTimers();
    keepForOffline();
    jest.advanceTimersByTime(1400);
    expect(register).not.toHaveBeenCalled();
    jest.advanceTimersByTime(200);
    expect(register).toHaveBeenCalledTimes(1);
  });

  it('waits for the page itself', () => {
    jest.useFakeTimers();
    has(document, 'readyState', 'loading');
    keepForOffline();
    jest.advanceTimersByTime(5000);
    expect(register).not.toHaveBeenCalled();
    Reflect.deleteProperty(document, 'readyState');
    window.dispatchEvent(new Event('load'));
    jest.advanceTimersByTime(1500);
    expect(register).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['while developing', () => (env.NODE_ENV = 'development')],
    ['without a network', () => has(navigator, 'onLine', false)],
    ['where the reader saves data', () => has(navigator, 'connection', { saveData: true })],
    ['by a browser that can’t', () => Reflect.deleteProperty(navigator, 'serviceWorker')],
  ])('is not fetched %s', (_when, make) => {
    jest.useFakeTimers();
    make();
    keepForOffline();
    jest.advanceTimersByTime(5000);
    expect(register).not.toHaveBeenCalled();
  });

  it('is said to be there once the browser has it', async () => {
    const { result } = renderHook(useIsKept);
    expect(result.current).toBe(false);
    await settle();
    expect(result.current).toBe(true);
  });
});

describe('how the reader wants it', () => {
  it('keeps the larger version for the next start, and says where the phone could not', () => {
    expect(useAppearance.getState().setElder(true)).toBe(true);
    expect(useAppearance.getState().elder).toBe(true);
    expect(load(stored.elder)).toBe(true);
    phone.storageFull = true;
    expect(useAppearance.getState().setElder(false)).toBe(false);
    expect(useAppearance.getState().elder).toBe(false);
  });

  it.each([
    ['16px', 1],
    ['24px', 1.5],
    ['', 1],
  ])('knows how large the browser’s text is: %s is %d', (fontSize, scale) => {
    document.documentElement.style.fontSize = fontSize;
    expect(textScale()).toBe(scale);
    document.documentElement.style.fontSize = '';
  });
});

describe('what day and time it is', () => {
  beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-31T23:59:40+08:00') }));

  it('is looked at again every half minute, and no longer than the page is open', () => {
    const { result, unmount } = renderHook(useNow);
    const opened = result.current;
    act(() => jest.advanceTimersByTime(29_000));
    expect(result.current).toBe(opened);
    act(() => jest.advanceTimersByTime(1000));
    expect(result.current).toBe(opened + 30_000);
    unmount();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is looked at again when the page is shown', () => {
    const now = renderHook(useNow).result;
    const today = renderHook(useToday).result;
    expect(today.current.today).toBe('2026-03-31');
    jest.setSystemTime(Date.parse('2026-04-01T00:00:05+08:00'));
    act(() => phone.show());
    expect(now.current).toBe(Date.parse('2026-04-01T00:00:05+08:00'));
    expect(today.current.today).toBe('2026-04-01');
    jest.setSystemTime(Date.parse('2026-04-02T08:00:00+08:00'));
    act(() => today.current.refresh());
    expect(today.current.today).toBe('2026-04-02');
  });
});
