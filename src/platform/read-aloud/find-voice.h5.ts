import type { Voice } from './voice';

/** Mandarin first, then any Chinese but Cantonese, which is another language to most here. */
function chineseVoice(): SpeechSynthesisVoice | undefined {
  const voices = speechSynthesis.getVoices();
  const speaking = (tongue: RegExp) => voices.filter(({ lang }) => tongue.test(lang.replace('_', '-')));
  const [first] = [...speaking(/^(zh-CN|cmn-CN|cmn-Hans)/i), ...speaking(/^(zh|cmn)(?!.*(HK|MO))/i)].sort(
    // One on the phone speaks without a network.
    (a, b) => Number(b.localService) - Number(a.localService),
  );
  return first;
}

/** Hands over a voice as soon as the browser has one; many load theirs late. @returns stops looking */
export function findVoice(found: (voice: Voice) => void): () => void {
  if (typeof speechSynthesis === 'undefined' || typeof SpeechSynthesisUtterance === 'undefined') return () => undefined;
  const look = () => {
    const voice = chineseVoice();
    if (voice) found(browserVoice(voice));
  };
  look();
  speechSynthesis.addEventListener?.('voiceschanged', look);
  return () => speechSynthesis.removeEventListener?.('voiceschanged', look);
}

function browserVoice(voice: SpeechSynthesisVoice): Voice {
  // Kept here as well: some browsers forget an utterance that nobody holds, and never say that it ended.
  let current: SpeechSynthesisUtterance | null = null;
  return {
    say(sentence, speed, over) {
      speechSynthesis.cancel();
      const utterance = Object.assign(new SpeechSynthesisUtterance(sentence), { voice, lang: voice.lang, rate: speed });
      const end = (said: boolean) => {
        if (current !== utterance) return;
        current = null;
        over(said);
      };
      utterance.onend = () => end(true);
      utterance.onerror = () => end(false);
      current = utterance;
      speechSynthesis.speak(utterance);
    },
    hush() {
      current = null;
      speechSynthesis.cancel();
    },
  };
}
