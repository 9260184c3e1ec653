export { fontScale } from './font-scale';
