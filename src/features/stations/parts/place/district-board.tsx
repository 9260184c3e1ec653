import { Text, View } from '@tarojs/components';
import type { StartingPlace } from '@yugong/domain/station';
import { textScale, useAppearance } from '@/platform/appearance';
import { Pressable } from '@/ui/pressable';
import styles from './district-board.module.scss';

/**
 * The districts in rough geographic order, north above and east on the right, as short names that their titles begin
 * with. It is a diagram without outlines: a public map of boundaries would need a map review number (审图号).
 */
const BOARD = `
  .    .    .    .      城口   巫溪 巫山
  .    .    .    .      开州   云阳 奉节
  潼南 合川 .    垫江   梁平   万州 .
  铜梁 北碚 两江 长寿   忠县   石柱 .
  大足 璧山 沙坪坝 渝中 南岸   丰都 .
  荣昌 永川 九龙坡 大渡口 巴南 涪陵 .
  .    江津 綦江 南川   武隆   彭水 黔江
  .    .    .    .      .      酉阳 秀山`;

/** The same with five columns, for letters that seven have no room for. */
const LARGE_BOARD = `
  .    .      .      城口 巫溪
  .    .      开州   云阳 巫山
  .    垫江   梁平   万州 奉节
  潼南 合川   长寿   忠县 .
  铜梁 北碚   两江   丰都 石柱
  大足 沙坪坝 渝中   南岸 .
  荣昌 璧山   九龙坡 巴南 涪陵
  永川 大渡口 綦江   南川 武隆
  .    江津   .      彭水 黔江
  .    .      .      酉阳 秀山`;

/** From here on a name of three 汉字 is wider than a seventh of a narrow phone. */
const LARGE_SCALE = 1.2;

/** What the numbers are, and that the board is no map. */
export const BOARD_NOTE = '示意排列，数字是驿站个数';

const tilesOf = (board: string) =>
  board
    .trim()
    .split('\n')
    .flatMap((line, row) =>
      line
        .trim()
        .split(/ +/)
        .flatMap((name, column) => (name === '.' ? [] : [{ name, area: `${row + 1} / ${column + 1}` }])),
    );
const [plainTiles, largeTiles] = [tilesOf(BOARD), tilesOf(LARGE_BOARD)];

/** The districts that have no tile, such as one that was founded since this release: they are listed by name. */
export const withoutTile = (districts: readonly StartingPlace[]): StartingPlace[] =>
  districts.filter(({ title }) => !plainTiles.some(({ name }) => title.startsWith(name)));

/**
 * A picture of the city: a tile a district, each with how many stations are listed there. All are equal, and none has the
 * shape of what it stands for.
 *
 * @param chosen the district that is chosen now, by adcode
 */
export function DistrictBoard({
  districts,
  chosen,
  onPick,
}: {
  districts: readonly StartingPlace[];
  chosen: string | null;
  onPick: (district: StartingPlace) => void;
}) {
  const isLarge = useAppearance(({ elder }) => elder) || textScale() >= LARGE_SCALE;
  const tiles = (isLarge ? largeTiles : plainTiles).flatMap(({ name, area }) => {
    const district = districts.find(({ title }) => title.startsWith(name));
    return district ? [{ name, area, district }] : [];
  });
  return (
    <View className={isLarge ? styles.large : styles.board} ariaRole="group" ariaLabel="按区县选择">
      {tiles.map(({ name, area, district }) => {
        const { title, count, adcode } = district;
        return (
          <View key={name} className={styles.cell} style={{ gridArea: area }}>
            <Pressable
              className={`${styles.tile} ${count > 0 ? styles.some : ''} ${adcode === chosen ? styles.chosen : ''}`}
              // Begins with what is seen, so that it can be chosen by voice (WCAG 2.5.3).
              label={`${name}${count} 个驿站，${title}`}
              pressed={adcode === chosen}
              onPress={() => onPick(district)}
            >
              <Text className={styles.name}>{name}</Text>
              <Text className={styles.count}>{count}</Text>
            </Pressable>
          </View>
        );
      })}
    </View>
  );
}
