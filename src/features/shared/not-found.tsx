import { Page } from '@/ui/page';
import { NotFoundHere } from './not-found-here';

/** The page of an unknown id or a mangled address: says so and shows two ways on. */
export function NotFound({ what, listUrl }: { what: string; listUrl: string }) {
  return (
    <Page title="没有找到">
      <NotFoundHere what={what} listUrl={listUrl} />
    </Page>
  );
}
