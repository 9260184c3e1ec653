import { Page } from '@/ui/page';
import { SearchView } from '../../parts/search-view';
import { useSearch } from '../../use-search';
import '@/ui/icon/generated/search.scss';

export default function SearchPage() {
  const model = useSearch();
  return (
    <Page title="搜索" titleIsHeading>
      <SearchView {...model} />
    </Page>
  );
}
