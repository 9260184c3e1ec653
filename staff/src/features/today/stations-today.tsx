/** How many reports nobody has looked at. */
import { Link } from 'react-router-dom';
import { Section } from '../../parts/page';
import { Answer } from '../../parts/states';
import { useReports } from '../stations/lines';

export function StationsToday() {
  const reports = useReports({ show: 'open' });
  return (
    <Section title="驿站">
      <Answer of={reports} rows={1}>
        {({ stations }) => {
          const fresh = stations.flatMap((one) => one.reports).filter(({ state }) => state === 'received').length;
          return fresh === 0 ? (
            <p className="quiet">报来的都核实过了。</p>
          ) : (
            <p>
              <Link to="/stations">
                {stations.length} 个地方，{fresh} 条没核实
              </Link>
            </p>
          );
        }}
      </Answer>
    </Section>
  );
}
