import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconDots, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../words/words';
import type { Errors, TagDescription, TagRecord } from './feed.types';
import classes from './fields.module.css';
import { addableChildren, toBlankTag } from './tag-records';
import { TagValue } from './tag-value';
import { toTagWords } from './tag-words';

interface Props {
  tag: TagRecord;
  /** Where it stands in the form, such as `tags.0`. */
  path: string;
  byName: ReadonlyMap<string, TagDescription>;
  errors: Errors;
  onChange(tag: TagRecord): void;
  onRemove(): void;
}

/** One tag: what it must say, on request what it may say, and what is inside it. */
export function TagCard({ tag, path, byName, errors, onChange, onRemove }: Props) {
  const { t } = useWords();
  const [isWhole, setWhole] = useState(false);
  const description = byName.get(tag.name);
  const words = toTagWords(tag.name, t);
  const attributes = description?.attributes ?? [];
  const shown = attributes.filter(({ name, required }) => isWhole || required || name in tag.attributes);
  const setAttribute = (name: string, value: string) =>
    onChange({ ...tag, attributes: { ...tag.attributes, [name]: value } });
  const setChild = (index: number, child: TagRecord | null) =>
    onChange({ ...tag, children: tag.children.flatMap((old, i) => (i === index ? (child ?? []) : old)) });
  const problems = [errors[`${path}.name`], errors[`${path}.children`]].filter(Boolean);
  return (
    <div className={classes.tag} role="group" aria-label={words}>
      <div className={classes.tagHead}>
        <span className={classes.tagName}>{words}</span>
        <code className={classes.code}>{tag.name}</code>
        <Tooltip label={t('studio.feedFields.tagRemove', { name: words })}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            className={classes.remove}
            aria-label={t('studio.feedFields.tagRemove', { name: words })}
            onClick={onRemove}
          >
            <IconX size={17} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      {problems.map((problem) => (
        <p key={problem} className={classes.error} role="alert">
          {problem}
        </p>
      ))}
      <div className={classes.pair}>
        {description?.text && (
          <TagValue
            label={t('studio.feedFields.tagText')}
            schema={description.text}
            value={tag.text}
            error={errors[`${path}.text`]}
            onChange={(text) => onChange({ ...tag, text })}
          />
        )}
        {shown.map(({ name, ...schema }) => (
          <TagValue
            key={name}
            label={name}
            schema={schema}
            value={tag.attributes[name] ?? ''}
            error={errors[`${path}.attributes.${name}`]}
            onChange={(value) => setAttribute(name, value)}
          />
        ))}
      </div>
      {tag.children.map((child, i) => (
        <TagCard
          key={i}
          tag={child}
          path={`${path}.children.${i}`}
          byName={byName}
          errors={errors}
          onChange={(next) => setChild(i, next)}
          onRemove={() => setChild(i, null)}
        />
      ))}
      <div className={classes.actions}>
        {shown.length < attributes.length && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDots size={15} aria-hidden />}
            onClick={() => setWhole(true)}
          >
            {t('studio.feedFields.tagMore', { n: attributes.length - shown.length })}
          </Button>
        )}
        {description && description.children.length > 0 && (
          <AddTag
            label={t('studio.feedFields.tagInside')}
            names={addableChildren(tag, description)}
            onAdd={(name) => onChange({ ...tag, children: [...tag.children, toBlankTag(name, byName)] })}
          />
        )}
      </div>
    </div>
  );
}

interface AddProps {
  label: string;
  names: string[];
  onAdd(name: string): void;
}

/** A menu of tags, by what people call them. */
export function AddTag({ label, names, onAdd }: AddProps) {
  const { t } = useWords();
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button
          size="sm"
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={names.length === 0}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {names.map((name) => (
          <Menu.Item key={name} onClick={() => onAdd(name)} rightSection={<code className={classes.code}>{name}</code>}>
            {toTagWords(name, t)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
