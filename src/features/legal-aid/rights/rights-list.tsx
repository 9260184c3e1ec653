import { View } from '@tarojs/components';
import { Row } from '@/ui/row';
import { rightUrl } from '..';
import { rightsGuides } from '../model';

/** Every matter with its answer. */
export function RightsList() {
  return (
    <View>
      {rightsGuides.map(({ id, title, summary }) => (
        <Row key={id} url={rightUrl(id)} title={title} detail={summary} />
      ))}
    </View>
  );
}
