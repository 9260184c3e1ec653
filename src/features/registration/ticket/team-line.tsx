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
          : '这是团队名额。队员名单不保存在本机，联网后可查看。'}
      </Text>
    </View>
  );
}
