import { shareByCall } from '@/platform/share';
import { PlainButton } from '../button';

/** Shares the page through the phone's sheet, or copies its address. */
export function ShareButton({ title }: { title: string }) {
  return (
    <PlainButton icon="share-2" onPress={() => void shareByCall(title)}>
      <span>转发</span>
    </PlainButton>
  );
}
