import Taro from '@tarojs/taro';
import type { Voice } from './voice';

/** The part of 微信同声传译 (WechatSI) that is used. */
interface SpeechPlugin {
  textToSpeech: (options: {
    lang: 'zh_CN';
    tts: true;
    content: string;
    success: (answer: { filename: string }) => void;
    fail: () => void;
  }) => void;
}
declare const requirePlugin: (name: string) => SpeechPlugin;

/** Hands over the voice of the plugin, which only builds with `YUGONG_SPEECH_PLUGIN=1` contain. */
export function findVoice(found: (voice: Voice) => void): () => void {
  found(pluginVoice(requirePlugin('WechatSI')));
  return () => undefined;
}

/** Exported for the tests. */
export function pluginVoice(plugin: SpeechPlugin): Voice {
  // What is being said; an answer that comes for an earlier one is too late.
  let current = 0;
  let audio: Taro.InnerAudioContext | null = null;
  const silence = () => {
    audio?.destroy();
    audio = null;
  };
  return {
    say(sentence, speed, over) {
      silence();
      const mine = ++current;
      const end = (said: boolean) => {
        if (mine === current) over(said);
      };
      plugin.textToSpeech({
        lang: 'zh_CN',
        tts: true,
        content: sentence,
        fail: () => end(false),
        success: ({ filename }) => {
          if (mine !== current) return;
          audio = Taro.createInnerAudioContext();
          audio.src = filename;
          audio.playbackRate = speed;
          audio.onEnded(() => end(true));
          audio.onError(() => end(false));
          audio.play();
        },
      });
    },
    hush() {
      current += 1;
      silence();
    },
  };
}
