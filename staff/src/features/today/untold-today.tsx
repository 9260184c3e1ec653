/** How many wait for word of their result. */
import { Link } from 'react-router-dom';
import { Section } from '../../parts/page';
import { Answer } from '../../parts/states';
import { useUntold } from '../outcomes/lines';

export function UntoldToday() {
  const untold = useUntold();
  return (
    <Section title="检查之后">
      <Answer of={untold} rows={1}>
        {({ sessions }) => {
          const people = sessions.reduce((sum, one) => sum + one.untold, 0);
          const late = sessions.filter(({ overdue }) => overdue).length;
          if (people === 0) return <p className="quiet">做完检查的，都通知到了。</p>;
          return (
            <p>
              <Link to="/outcomes">{people} 个人没收到结果通知</Link>
              {late > 0 && `，其中 ${late} 场过了约定的日子`}
            </p>
          );
        }}
      </Answer>
    </Section>
  );
}
