import { View } from '@tarojs/components';
import { ArticleHead } from '@/ui/article';
import { ElderSwitch } from '@/ui/elder-switch';
import type { Fixture, Fixtures } from '@/ui/fixtures/define';
import { Section } from '@/ui/section';
import styles from './gallery-view.module.scss';

/** The examples under their components' names. */
export function GalleryView({ fixtures }: { fixtures: readonly Fixtures[] }) {
  return (
    <View>
      <ArticleHead title="样式" />
      <ElderSwitch />
      {fixtures.map(({ component, examples, overlay }) => (
        <Section key={component} heading={component}>
          {Object.entries(examples).map(([name, fixture]) => (
            <Stage key={name} name={name} fixture={fixture} overlay={overlay} />
          ))}
        </Section>
      ))}
    </View>
  );
}

function Stage({ name, fixture: Example, overlay }: { name: string; fixture: Fixture; overlay: boolean }) {
  return (
    <View className={styles.example}>
      <View className={styles.name}>{name}</View>
      <View className={`${styles.stage} ${overlay ? styles.screen : ''}`}>
        <Example />
      </View>
    </View>
  );
}
