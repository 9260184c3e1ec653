import { View } from '@tarojs/components';
import { Empty } from '@/ui/empty';
import { Row } from '@/ui/row';
import { SearchField } from '@/ui/search-field';
import { caseListUrl } from '../../cases';
import { newsListUrl } from '../../news';
import { services } from '../../services';
import { stationPlaceUrl } from '../../stations';
import type { useSearch } from '../use-search';
import { BeforeTyping } from './before-typing';
import { SearchResults } from './results';

/** The search page: one field, results under it while typing. */
export function SearchView({
  query,
  groups,
  recent,
  opened,
  openGroup,
  type,
  rememberQuery,
  forget,
}: ReturnType<typeof useSearch>) {
  const blank = query.trim() === '';
  return (
    <View>
      <SearchField
        value={query}
        placeholder="搜案例、动态、驿站、法律规定"
        onChange={type}
        onSearch={rememberQuery}
        autoFocus
      />
      {blank && <BeforeTyping recent={recent} choose={type} forget={forget} />}
      {!blank && groups.length === 0 && (
        <Empty
          title={`没有找到“${query.trim()}”`}
          explanation="换个关键词，或用拼音、首字母试试。也可以从这里查找："
          ways={[
            { text: '案例', url: caseListUrl() },
            { text: '动态', url: newsListUrl() },
            ...services.map((service) => ({ text: service.name, url: service.url })),
          ]}
        />
      )}
      <SearchResults groups={groups} opened={opened} openGroup={openGroup} onFollow={rememberQuery} />
      {!blank && <Row url={stationPlaceUrl(query.trim())} title={`查找驿站“${query.trim()}”`} />}
    </View>
  );
}
