import { Text, View } from '@tarojs/components';
import { evidenceFor, holderWords, type Evidence } from '@yugong/domain/labour-law';
import { ChoiceGroup } from '@/ui/choice-group';
import { Pressable } from '@/ui/pressable';
import { Icon } from '@/ui/icon';
import { Section } from '@/ui/section';
import { troublesOf } from '../draft/facts';
import { useDraft, useField } from '../draft/store';
import { evidenceField } from './input';
import styles from './claim.module.scss';

const headings: Record<Evidence['holder'], string> = {
  worker: '自己留的',
  employer: '在单位手里的',
  office: '去别处开的',
};

/** What to photograph, where to ask, and who has to produce it; what is ticked goes into the application. */
export function EvidenceList() {
  const draft = useDraft((state) => state.draft);
  const change = useDraft((state) => state.change);
  const list = evidenceFor(troublesOf(draft));
  const toggle = (id: string) =>
    change({
      evidence: draft.evidence.includes(id) ? draft.evidence.filter((one) => one !== id) : [...draft.evidence, id],
    });
  return (
    <View>
      {(['worker', 'employer', 'office'] as const).map((holder) => (
        <Section key={holder} heading={headings[holder]} note={holderWords[holder]}>
          {list
            .filter((one) => one.holder === holder)
            .map((one) => (
              <EvidenceRow key={one.id} evidence={one} ticked={draft.evidence.includes(one.id)} onToggle={toggle} />
            ))}
        </Section>
      ))}
    </View>
  );
}

function EvidenceRow({
  evidence: { id, name, keep, where, holder },
  ticked,
  onToggle,
}: {
  evidence: Evidence;
  ticked: boolean;
  onToggle: (id: string) => void;
}) {
  return (
    <View>
      <Pressable className={styles.evidence} pressed={ticked} onPress={() => onToggle(id)}>
        <View className={`${styles.box} ${ticked ? styles.ticked : ''}`}>
          {ticked && <Icon name="check" size="small" />}
        </View>
        <View className={styles.grow}>
          <View className={styles.name}>{name}</View>
          <View className={styles.note}>
            <Text>{keep}</Text>
          </View>
          <View className={styles.note}>
            <Text>去哪里要：{where}</Text>
          </View>
        </View>
      </Pressable>
      {ticked && holder === 'employer' && <CopyAtHand id={id} />}
    </View>
  );
}

/** A copy that the worker has is submitted; only what the employer alone holds is asked of the employer. */
function CopyAtHand({ id }: { id: string }) {
  const { value, onChange } = useField(evidenceField(id));
  return (
    <ChoiceGroup
      name={evidenceField(id)}
      label="你手里有吗"
      options={[
        { value: 'mine', text: '有，我来交' },
        { value: 'employer', text: '没有，请单位提供' },
      ]}
      value={value || 'employer'}
      onChange={onChange}
    />
  );
}
