import { View } from '@tarojs/components';
import { openDialler } from '@/platform/call';
import { Empty } from '@/ui/empty';
import { Row } from '@/ui/row';
import { SearchField } from '@/ui/search-field';
import { caseListUrl } from '../../cases';
import { legalPageUrl } from '../../legal-aid';
import { newsListUrl } from '../../news';
import { services } from '../../services';
import { unionHotline } from '../../shared/hotlines';
import { stationPlaceUrl } from '../../stations';
import { shortQuery } from '../model';
import type { useSearch } from '../use-search';
import { BeforeTyping } from './before-typing';
import { SearchResults } from './results';

/** The search page: one field, results under it while typing. Where nothing is found, a person can be asked. */
export function SearchView({
  query,
  answer,
  recent,
  groups,
  showAllKinds,
  shownOf,
  showMore,
  type,
  rememberQuery,
  forget,
}: ReturnType<typeof useSearch>) {
  const short = shortQuery(query);
  const blank = short === '';
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
      {!blank && answer.best.length === 0 && (
        <Empty
          title={`没有找到“${short}”`}
          explanation="换个说法再搜，也可以直接问工会，或从这里查找："
          ways={[
            { text: `拨打 ${unionHotline.number}`, onPress: () => openDialler(unionHotline.dial) },
            { text: '请工会帮忙', url: legalPageUrl('ask') },
            ...services.map((service) => ({ text: service.name, url: service.url })),
            { text: '案例', url: caseListUrl() },
            { text: '动态', url: newsListUrl() },
          ]}
        />
      )}
      {!blank && (
        <SearchResults
          answer={answer}
          groups={groups}
          showAllKinds={showAllKinds}
          shownOf={shownOf}
          showMore={showMore}
          onFollow={rememberQuery}
        />
      )}
      {!blank && <Row url={stationPlaceUrl(query.trim().slice(0, 50))} title={`查找驿站“${short}”`} />}
    </View>
  );
}
