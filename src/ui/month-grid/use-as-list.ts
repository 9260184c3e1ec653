import { textScale, useAppearance } from '@/platform/appearance';

/** From here on seven columns of text no longer fit beside each other on a narrow phone. */
const TOO_LARGE = 1.5;

/** Are the month's days told under each other: in 长辈版, or where the reader's own text is that large? */
export const useAsList = (): boolean => useAppearance((state) => state.elder) || textScale() >= TOO_LARGE;
