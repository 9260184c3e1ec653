/** What a page has once axe-core's script was evaluated in it. */
import type axeCore from 'axe-core';

declare global {
  interface Window {
    axe: typeof axeCore;
  }
}
