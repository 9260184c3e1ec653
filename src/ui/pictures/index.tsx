import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { RecordPicture } from '@yugong/domain/record';
import { onReconnect } from '@/platform/network';
import { addressOfPicture, PictureFile } from './picture-file';
import styles from './style.module.scss';

/** The pictures of a record below each other, each with who made it and by what right it is shown. */
export function Pictures({ pictures = [] }: { pictures?: readonly RecordPicture[] | undefined }) {
  if (pictures.length === 0) return null;
  return (
    <View className={styles.pictures}>
      {pictures.map((picture) => (
        <PictureFigure key={picture.id} picture={picture} />
      ))}
    </View>
  );
}

/**
 * Keeps the picture's shape before the file is there: nothing below it moves when it comes. Without a network, or where
 * the service has no address for pictures (云托管), its words stand in its place.
 */
function PictureFigure({ picture: { id, width, height, alt, rights } }: { picture: RecordPicture }) {
  const [isMissing, setMissing] = useState(false);
  const address = addressOfPicture(id);
  useEffect(() => (isMissing ? onReconnect(() => setMissing(false)) : undefined), [isMissing]);
  return (
    <View className={styles.figure}>
      <View className={styles.frame} style={{ paddingTop: `${(100 * height) / width}%` }}>
        {address !== null && !isMissing ? (
          <PictureFile className={styles.file ?? ''} address={address} alt={alt} missed={() => setMissing(true)} />
        ) : (
          <View className={styles.words}>
            <Text>图片没有加载出来：{alt}</Text>
          </View>
        )}
      </View>
      <View className={styles.rights}>图片：{rights}</View>
    </View>
  );
}
