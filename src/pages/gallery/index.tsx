import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { readParam } from '@/platform/navigation';
import { allFixtures } from '@/ui/fixtures';
import { Page } from '@/ui/page';
import { ArticleHead } from '@/ui/article';
import { ElderSwitch } from '@/ui/elder-switch';
import type { Fixture, Fixtures } from '@/ui/fixtures/define';
import { Section } from '@/ui/section';
import styles from './index.module.scss';

/** Every component in every state, for whoever works on them: `/pages/gallery/index?only=Card`. */
export default function GalleryPage() {
  const only = readParam(useRouter().params, 'only');
  return (
    <Page title="样式">
      <GalleryView fixtures={allFixtures.filter(({ component }) => only === '' || component === only)} />
    </Page>
  );
}

/** The examples under their components' names. */
function GalleryView({ fixtures }: { fixtures: readonly Fixtures[] }) {
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
