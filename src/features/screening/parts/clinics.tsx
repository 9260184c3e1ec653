import { Facts } from '@/ui/facts';
import { Section } from '@/ui/section';
import { SourceNote } from '@/ui/source-note';
import { sayDistrict } from '../../shared/district-name';
import type { Clinic } from '../model';

/** A clinic that a source names; none is promised to offer the screening now. */
export function ClinicCard({ clinic }: { clinic: Clinic }) {
  return (
    <Section heading={clinic.title}>
      <Facts
        rows={[
          { label: '区县', text: sayDistrict(clinic.district) || null },
          { label: '地址', text: clinic.address, unknown: '未公布' },
          { label: '预约', text: clinic.booking },
          { label: '电话', text: clinic.phone },
          { label: '说明', text: clinic.note },
        ]}
      />
      <SourceNote {...clinic} />
    </Section>
  );
}
