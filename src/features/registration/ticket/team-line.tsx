import { Text, View } from '@tarojs/components';
import { teamCount, type Team } from '@yugong/domain/registration/team';
import styles from './ticket.module.scss';

/** Who comes along: the door reads the names. They are the others', so they are not kept on this phone. */
export function TeamLine({ team }: { team: Team | null }) {
  return (
    <View className={styles.place}>
      <Text userSelect>
        {team
          ? `全队 ${teamCount(team)} 人：你（队长）、${team.members.join('、')}`
          : '这是一队的名额。队员的名单没有存在手机上，连上网能看到。'}
      </Text>
    </View>
  );
}
