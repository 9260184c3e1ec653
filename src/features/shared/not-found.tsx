import { Page } from '@/ui/page';
import { NotFoundHere, type NotFoundProps } from './not-found-here';

/** The page of an unknown id or a mangled address: says so and shows two ways on. */
export function NotFound(props: NotFoundProps) {
  return (
    <Page title="没有找到">
      <NotFoundHere {...props} />
    </Page>
  );
}
