/** What staff write down for each other about a registration or a request: the worker never sees it. */
import * as v from 'valibot';
import { Text } from '../text';

/** What a note can be about. */
export const noteSubjects = ['registration', 'legal-aid'] as const;
export type NoteSubject = (typeof noteSubjects)[number];

export const NoteRequest = v.strictObject({ text: Text(500) });

export const StaffNoteWire = v.object({
  id: v.string(),
  /** The member of staff's name. */
  by: v.string(),
  at: v.string(),
  text: v.string(),
});
/** The oldest first. */
export const StaffNotesWire = v.object({ notes: v.array(StaffNoteWire) });

export type StaffNoteWire = v.InferOutput<typeof StaffNoteWire>;
export type StaffNotesWire = v.InferOutput<typeof StaffNotesWire>;
