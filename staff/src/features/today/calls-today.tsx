/** How many people wait for a call. */
import { Link } from 'react-router-dom';
import { Section } from '../../parts/page';
import { Answer } from '../../parts/states';
import { useCallList } from '../call-list';

export function CallsToday() {
  const list = useCallList();
  return (
    <Section title="待电话联系">
      <Answer of={list} rows={1}>
        {({ calls }) =>
          calls.length === 0 ? (
            <p className="quiet">没有要打电话的人。</p>
          ) : (
            <p>
              <Link to="/call-list">{calls.length} 人还没看到消息，请打电话</Link>
            </p>
          )
        }
      </Answer>
    </Section>
  );
}
