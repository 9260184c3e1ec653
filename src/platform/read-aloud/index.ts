/** Reading an article aloud, sentence by sentence, with the voice that the phone has. */
import * as v from 'valibot';
import { readJson } from '@yugong/domain/narrow/json';
import { useDidHide } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { load, save, stored } from '../storage';
import { off, splitSentences, speeds, stepReading, type ReadingPosition, type ReadingEvent } from './core';
import { findVoice } from './find-voice';
import type { Voice } from './voice';

/**
 * Reads paragraphs aloud. `available` is false where the phone has no Chinese voice: then offer nothing.
 * Stops by itself at the end, and when the page is left.
 */
export function useReadAloud(paragraphs: readonly string[]) {
  const [voice, setVoice] = useState<Voice | null>(null);
  const [reading, setReading] = useState<ReadingPosition>(off);
  const [speed, setSpeed] = useState(() => load(stored.readingSpeed));
  const [failed, setFailed] = useState(false);
  // A new article in the same place is a new text, an equal one is not.
  const text = JSON.stringify(paragraphs);
  const pieces = useRef<string[][]>([]);
  const { state, paragraph, sentence } = reading;

  const move = (event: ReadingEvent) => {
    setFailed(false);
    setReading((now) =>
      stepReading(
        now,
        event,
        pieces.current.map(({ length }) => length),
      ),
    );
  };

  useEffect(() => findVoice((found) => setVoice((known) => known ?? found)), []);
  useEffect(() => {
    pieces.current = readJson(v.array(v.string()), text).map(splitSentences);
    setReading(off);
  }, [text]);
  useEffect(() => {
    if (!voice || state !== 'reading') return undefined;
    voice.say(pieces.current[paragraph]?.[sentence] ?? '', speed, (said) => {
      if (!said) setFailed(true);
      setReading((now) =>
        stepReading(
          now,
          said ? 'said' : 'pause',
          pieces.current.map(({ length }) => length),
        ),
      );
    });
    return voice.hush;
  }, [voice, state, paragraph, sentence, speed]);
  useDidHide(() => move('stop'));

  return {
    available: voice !== null,
    state,
    /** The text of the paragraph at which the voice is; null while it is off. */
    current: state === 'off' ? null : (paragraphs[paragraph] ?? null),
    speed,
    /** Did the voice fail, as one from the network does without it? */
    failed,
    begin: () => move('begin'),
    pause: () => move('pause'),
    resume: () => move('resume'),
    stop: () => move('stop'),
    /** The next of the four speeds; kept for the next article. */
    changeSpeed: () => {
      const next = speeds.find((other) => other > speed) ?? speeds[0];
      setSpeed(next);
      save(stored.readingSpeed, next);
    },
  };
}
