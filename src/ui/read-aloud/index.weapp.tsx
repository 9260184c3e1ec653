import type { ReadAloudProps } from './types';
import type * as Controls from './with-controls';

export { useReading } from './context';

/** Set by config/index.ts from YUGONG_SPEECH_PLUGIN: has the operator the plugin 微信同声传译? */
declare const SPEECH_PLUGIN: boolean;

// Required only here and in this form, so that a build without the plugin carries none of it.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const controls = SPEECH_PLUGIN ? (require('./with-controls') as typeof Controls) : null;

/** Lets an article be read aloud where the operator has the plugin for it; else draws the article. */
export function ReadAloud(props: ReadAloudProps) {
  return controls ? <controls.WithControls {...props} /> : <>{props.children}</>;
}
