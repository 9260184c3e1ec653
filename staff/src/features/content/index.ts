/** Public API of the content feature. */
export { QuietContent } from './versions';
