import { Text, View } from '@tarojs/components';
import { evidenceFor, holderWords, type Evidence } from '@yugong/domain/labour-law';
import { Pressable } from '@/ui/pressable';
import { Icon } from '@/ui/icon';
import { Section } from '@/ui/section';
import { troublesOf } from '../draft/facts';
import { useDraft } from '../draft/store';
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
  evidence: { id, name, keep, where },
  ticked,
  onToggle,
}: {
  evidence: Evidence;
  ticked: boolean;
  onToggle: (id: string) => void;
}) {
  return (
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
  );
}
