import { Text, View } from '@tarojs/components';
import { useMemo } from 'react';
import { sayReference } from '../say';
import { CodePicture } from './code-picture';
import { qrDataUri } from './qr';
import type { Ticket } from './tickets';
import styles from './ticket.module.scss';

/** What is shown at the door: the code, whose it is by initials only, and the number to read out where it won't scan. */
export function PassCard({ ticket: { registration, pass } }: { ticket: Ticket }) {
  const code = useMemo(() => pass && qrDataUri(pass.code), [pass]);
  return (
    <View className={styles.pass}>
      {code && pass && (
        <>
          <CodePicture src={code} label="到场出示的二维码" />
          <View className={styles.whose}>{pass.initials}</View>
        </>
      )}
      <View className={styles.number}>
        <Text className={styles.name}>编号</Text>
        <Text className={styles.reference} userSelect>
          {sayReference(registration.id)}
        </Text>
      </View>
      <View className={styles.hint}>
        {code ? '到场给工作人员扫一下，扫不了就报编号。没有网也能打开。' : '凭证要联网取一次，取到后没有网也能打开。'}
      </View>
    </View>
  );
}
