/**
 * Where a picture went. `downloads`: a browser took it; `album`: it is among the phone's photos; `cancelled`: its owner
 * changed their mind; `denied`: the app may not write to the album.
 */
export type SavedPicture = 'downloads' | 'album' | 'cancelled' | 'denied' | 'failed';
