/* global ARIA_ATTRIBUTES -- written in by the aria plugin */
// Goes into the mini-program before the app: the runtime writes only the numbers of a component's attributes
// into the page's data, in alphabetical order, so it has to know the same attributes as the templates.
import { mergeInternalComponents } from '@tarojs/shared';

mergeInternalComponents(ARIA_ATTRIBUTES);
