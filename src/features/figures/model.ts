/** Published figures as chapters: what stands on one scale, what was told together, what is a part, what changed. */
import type { Link, StatisticItem } from '@yugong/content/bundle';
import { StatisticRecord } from '@yugong/domain/district/record';
import { figureTopics } from '@yugong/domain/figure';
import { defineSource, useCollection } from '@/platform/content-feed';
import { bundleOf } from '@/platform/content-feed/bundle-of';
import statistics from './generated/statistics.json';

/** The figures that are bundled. */
export const bundledStatistics = bundleOf<readonly StatisticItem[]>(statistics);

const statisticSource = defineSource({
  collection: 'statistics',
  record: StatisticRecord,
  bundled: bundledStatistics,
  read: (records): readonly StatisticItem[] => records,
});

/** All figures, in no order. */
export const useStatistics = (): readonly StatisticItem[] => useCollection(statisticSource);

/** A figure with its parts; `share` is its length, of the whole or the scale that it is drawn on. */
export interface DrawnFigure {
  statistic: StatisticItem;
  share: number;
  parts: DrawnFigure[];
}

/** Figures on one scale, the largest first. They need not add up. */
export interface FigureComparison {
  heading: string;
  bars: DrawnFigure[];
}

/** Figures that were read in one place. */
export interface Story {
  key: string;
  figures: DrawnFigure[];
}

/** The same thing counted in the same place at several times, oldest first. */
export interface Trend {
  scope: string;
  label: string;
  steps: DrawnFigure[];
}

export interface Chapter {
  topic: StatisticItem['topic'];
  comparisons: FigureComparison[];
  stories: Story[];
  trends: Trend[];
}

const valueOf = ({ figure }: StatisticItem): number => figure.value;

function groupsOf<T>(items: readonly T[], key: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups];
}

/** Counted by the same name in the same place: at more than one time that is a change. */
const sameSeries = ({ scope, figure }: StatisticItem): string => [scope, figure.label, figure.unit].join('|');

/** Where it was read: a page of the app's own, else its source. */
const whereRead = (item: StatisticItem): string => readIn(item)?.id ?? item.source.title + item.source.publisher;

function chapterOf(topic: Chapter['topic'], items: readonly StatisticItem[]): Chapter {
  const series = groupsOf(items, sameSeries).map(([, group]) =>
    [...group].sort((a, b) => a.figure.asOf.localeCompare(b.figure.asOf)),
  );
  // Of a series only the newest stands as a figure.
  const newest = series.flatMap((group) => group.slice(-1));
  const drawn = (statistic: StatisticItem, most: number): DrawnFigure => ({
    statistic,
    share: most === 0 ? 0 : valueOf(statistic) / most,
    parts: newest
      .filter(({ partOf, comparedAs }) => partOf === statistic.id && comparedAs === undefined)
      .map((part) => drawn(part, valueOf(statistic))),
  });
  const onScale = (group: readonly StatisticItem[]): DrawnFigure[] => {
    const most = Math.max(...group.map(valueOf));
    return group.map((one) => drawn(one, most));
  };
  const here = new Set(newest.map(({ id }) => id));
  const alone = newest.filter(
    ({ comparedAs, partOf }) => comparedAs === undefined && (partOf === undefined || !here.has(partOf)),
  );
  return {
    topic,
    comparisons: groupsOf(
      newest.filter(({ comparedAs }) => comparedAs !== undefined),
      ({ comparedAs }) => comparedAs ?? '',
    ).map(([heading, group]) => ({
      heading,
      bars: onScale([...group].sort((a, b) => valueOf(b) - valueOf(a))),
    })),
    stories: groupsOf(alone, whereRead).map(([key, group]) => ({
      key,
      figures: group.map((one) => drawn(one, valueOf(one))),
    })),
    trends: series
      .filter((group) => new Set(group.map(({ figure }) => figure.asOf)).size > 1)
      .flatMap((group) =>
        group.slice(0, 1).map(({ scope, figure }) => ({ scope, label: figure.label, steps: onScale(group) })),
      ),
  };
}

/**
 * The figures by topic, each once; a part stands with its whole.
 *
 * @param asked a figure's id: its chapter comes first
 */
export function chaptersOf(items: readonly StatisticItem[], asked?: string): Chapter[] {
  const first = items.find(({ id }) => id === asked)?.topic;
  return [...figureTopics]
    .sort((a, b) => Number(b === first) - Number(a === first))
    .map((topic) =>
      chapterOf(
        topic,
        items.filter((item) => item.topic === topic),
      ),
    )
    .filter(({ stories, comparisons }) => stories.length + comparisons.length > 0);
}

/** The record that a figure was read in: the first of its links that is a page of its own. */
export const readIn = ({ links }: StatisticItem): Link | null =>
  links.find(({ collection }) => ['cases', 'news', 'events', 'screening-programmes'].includes(collection)) ?? null;
