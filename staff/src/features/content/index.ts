/** Public API of the content feature. */
export { ChangeTable } from './change-table';
export { HistoryOf } from './history-page';
export { fieldLabel } from './labels';
export { UndoDialog } from './undo-dialog';
