/** Reading aloud, with a voice that is spoken by hand. */
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { splitSentences, stepReading, off, type ReadingPosition } from '@/platform/read-aloud/core';
import { pluginVoice } from '@/platform/read-aloud/find-voice.weapp';
import { Paragraph } from '@/ui/article';
import { ReadAloud } from '@/ui/read-aloud';
import Taro from '@tarojs/taro';
import { phone } from '../setup/taro';
import { defined } from '@yugong/domain/narrow';

describe('sentences', () => {
  it('keeps every character of a text', () => {
    const text = `第一句。第二句“有引号。”第三句？${'很长的一句，'.repeat(30)}${'没有标点'.repeat(40)}`;
    expect(splitSentences(text).join('')).toBe(text);
  });

  it('says nothing longer than a browser can', () => {
    for (const sentence of splitSentences(`${'很长的一句，'.repeat(30)}${'没有标点'.repeat(40)}`))
      expect(sentence.length).toBeLessThanOrEqual(60);
  });

  it('says nothing of an empty text', () => expect(splitSentences(' \n')).toEqual([]));
});

describe('step', () => {
  const at = (paragraph: number, sentence: number): ReadingPosition => ({ state: 'reading', paragraph, sentence });

  it('goes through the sentences, over empty paragraphs, to the end', () => {
    const lengths = [0, 2, 0, 1];
    expect(stepReading(off, 'begin', lengths)).toEqual(at(1, 0));
    expect(stepReading(at(1, 0), 'said', lengths)).toEqual(at(1, 1));
    expect(stepReading(at(1, 1), 'said', lengths)).toEqual(at(3, 0));
    expect(stepReading(at(3, 0), 'said', lengths)).toEqual(off);
    expect(stepReading(off, 'begin', [])).toEqual(off);
  });

  it('puts clauses together as long as they are not too long', () => {
    expect(splitSentences(`${'甲'.repeat(20)}，${'乙'.repeat(20)}，${'丙'.repeat(30)}。`)).toEqual([
      `${'甲'.repeat(20)}，${'乙'.repeat(20)}，`,
      `${'丙'.repeat(30)}。`,
    ]);
  });

  it('pauses and goes on at the same sentence, and hears nothing that ended meanwhile', () => {
    const paused = stepReading(at(1, 1), 'pause', [1, 2]);
    expect(stepReading(paused, 'said', [1, 2])).toEqual(paused);
    expect(stepReading(paused, 'resume', [1, 2])).toEqual(at(1, 1));
  });
});

/** A browser's speech, of which only the last utterance counts. */
class Utterance {
  onend?: () => void;
  onerror?: () => void;
  rate = 1;
  constructor(readonly text: string) {}
}
let spoken: Utterance[];
let cancelled: number;
let voices: { lang: string; localService: boolean }[];
let tellOfVoices: () => void;

beforeEach(() => {
  spoken = [];
  cancelled = 0;
  voices = [{ lang: 'zh-CN', localService: true }];
  Object.assign(globalThis, {
    SpeechSynthesisUtterance: Utterance,
    speechSynthesis: {
      getVoices: () => voices,
      speak: (utterance: Utterance) => spoken.push(utterance),
      cancel: () => (cancelled += 1),
      addEventListener: (_type: string, listener: () => void) => (tellOfVoices = listener),
      removeEventListener: () => undefined,
    },
  });
});
afterEach(() => {
  for (const name of ['SpeechSynthesisUtterance', 'speechSynthesis']) Reflect.deleteProperty(globalThis, name);
});

const paragraphs = ['先打电话。问清楚。', '再去窗口。'];
const draw = () =>
  render(
    <ReadAloud paragraphs={paragraphs}>
      {paragraphs.map((text) => (
        <Paragraph key={text}>{text}</Paragraph>
      ))}
    </ReadAloud>,
  );
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const finish = () => act(() => spoken[spoken.length - 1]?.onend?.());
const marked = () => document.querySelector('.read')?.textContent ?? null;

it('reads sentence by sentence, marks the paragraph, and ends by itself', async () => {
  draw();
  expect(marked()).toBeNull();
  await press('朗读');
  expect(spoken.map(({ text }) => text)).toEqual(['先打电话。']);
  expect(marked()).toBe(paragraphs[0]);
  finish();
  expect(marked()).toBe(paragraphs[0]);
  finish();
  expect(marked()).toBe(paragraphs[1]);
  finish();
  expect(spoken).toHaveLength(3);
  expect(marked()).toBeNull();
  expect(screen.getByRole('button', { name: '朗读' })).toBeInTheDocument();
});

it('scrolls to the paragraph that is read', async () => {
  const scroll = jest.fn();
  Element.prototype.scrollIntoView = scroll;
  draw();
  await press('朗读');
  expect(scroll.mock.contexts).toEqual([document.querySelector('.read')]);
  Reflect.deleteProperty(Element.prototype, 'scrollIntoView');
});

it('pauses and goes on with the sentence at which it was', async () => {
  draw();
  await press('朗读');
  finish();
  await press('暂停');
  expect(cancelled).toBeGreaterThan(0);
  expect(marked()).toBe(paragraphs[0]);
  // The browser reports the end of what was cancelled; that is no reason to go on.
  finish();
  await press('继续朗读');
  expect(spoken.map(({ text }) => text)).toEqual(['先打电话。', '问清楚。', '问清楚。']);
  // So it does late, when the same sentence is being said again.
  act(() => spoken[1]?.onend?.());
  expect(marked()).toBe(paragraphs[0]);
});

it('changes its speed at once, in turn, and keeps it', async () => {
  draw();
  await press('朗读');
  await press('语速 1');
  expect(spoken[spoken.length - 1]).toMatchObject({ text: '先打电话。', rate: 1.25 });
  await press('语速 1.25');
  await press('语速 1.5');
  expect(spoken[spoken.length - 1]?.rate).toBe(0.8);
  expect(phone.storage.get('reading-speed')).toMatchObject({ value: 0.8 });
});

it('falls silent when the page is left or gone', async () => {
  const { unmount } = draw();
  await press('朗读');
  let before = cancelled;
  act(() => phone.hide());
  expect(cancelled).toBeGreaterThan(before);
  expect(marked()).toBeNull();
  await press('朗读');
  before = cancelled;
  unmount();
  expect(cancelled).toBeGreaterThan(before);
});

it('says so when the voice fails, and can go on from there', async () => {
  draw();
  await press('朗读');
  act(() => spoken[0]?.onerror?.());
  expect(screen.getByRole('status')).toHaveTextContent('朗读中断');
  await press('继续朗读');
  expect(screen.queryByRole('status')).toBeNull();
  expect(spoken[1]?.text).toBe('先打电话。');
});

it.each([
  ['no Chinese voice', () => (voices = [{ lang: 'en-US', localService: true }])],
  ['only Cantonese', () => (voices = [{ lang: 'zh-HK', localService: true }])],
  ['no speech at all', () => Reflect.deleteProperty(globalThis, 'speechSynthesis')],
])('offers nothing where there is %s', (_what, without) => {
  without();
  draw();
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByText(defined(paragraphs[1]))).toBeInTheDocument();
});

it('offers it as soon as the browser has loaded its voices', () => {
  voices = [];
  draw();
  expect(screen.queryByRole('button')).toBeNull();
  voices = [{ lang: 'zh_CN', localService: false }];
  act(() => tellOfVoices());
  expect(screen.getByRole('button', { name: '朗读' })).toBeInTheDocument();
});

it('plays what the plugin makes of a sentence, and nothing that comes too late', () => {
  const asked: { content: string; success: (answer: { filename: string }) => void; fail: () => void }[] = [];
  const players: { src: string; playbackRate: number; play: jest.Mock; destroy: jest.Mock; ended: () => void }[] = [];
  Object.assign(Taro, {
    createInnerAudioContext: () => {
      const player = {
        src: '',
        playbackRate: 1,
        play: jest.fn(),
        destroy: jest.fn(),
        ended: () => undefined,
        onEnded: (ended: () => void) => Object.assign(player, { ended }),
        onError: () => undefined,
      };
      players.push(player);
      return player;
    },
  });
  const voice = pluginVoice({ textToSpeech: (options) => void asked.push(options) });
  const over = jest.fn();
  voice.say('第一句。', 1, over);
  voice.say('第二句。', 1.25, over);
  asked[0]?.success({ filename: 'one.mp3' });
  expect(players).toHaveLength(0);
  asked[1]?.success({ filename: 'two.mp3' });
  expect(players[0]).toMatchObject({ src: 'two.mp3', playbackRate: 1.25 });
  players[0]?.ended();
  expect(over).toHaveBeenCalledWith(true);
  voice.say('第三句。', 1, over);
  asked[2]?.fail();
  expect(over).toHaveBeenLastCalledWith(false);
  voice.say('第四句。', 1, over);
  asked[3]?.success({ filename: 'four.mp3' });
  voice.hush();
  expect(players[1]?.destroy).toHaveBeenCalled();
  players[1]?.ended();
  expect(over).toHaveBeenCalledTimes(2);
});
