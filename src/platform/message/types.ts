/** `switched-off`: the owner wants no messages of this mini-program at all. */
export type Agreed = 'agreed' | 'declined' | 'switched-off' | 'failed';
