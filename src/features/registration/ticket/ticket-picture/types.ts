/** What a picture of a ticket says; nothing that was typed. */
export interface TicketFacts {
  fileName: string;
  when: string;
  place: string;
  /** What the QR code holds; null where there is none yet. */
  code: string | null;
  initials: string;
  reference: string;
  /** When the picture was made, and what makes it void. */
  note: string;
}
