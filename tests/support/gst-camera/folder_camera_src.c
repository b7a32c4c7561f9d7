// SPDX-License-Identifier: Apache-2.0
#include "folder_camera.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

struct _FolderCameraSrc {
    GstPushSrc parent;
    gchar* folder;
    GPtrArray* frames; /* paths of the negotiated mode */
    gint rate;
    guint64 shown;
    gint64 next; /* monotonic microseconds at which the next frame is due */
    gboolean hangs_after_one;
    GMutex lock;
    GCond woken;
    gboolean flushing; /* guarded by lock */
};

G_DEFINE_TYPE(FolderCameraSrc, folder_camera_src, GST_TYPE_PUSH_SRC)

enum { PROP_0, PROP_FOLDER };

static GstStaticPadTemplate src_template =
    GST_STATIC_PAD_TEMPLATE("src", GST_PAD_SRC, GST_PAD_ALWAYS, GST_STATIC_CAPS("image/jpeg"));

static gboolean parse_mode(const gchar* name, gint* width, gint* height, gint* rate)
{
    gchar end;
    return sscanf(name, "%dx%d@%d%c", width, height, rate, &end) == 3 && *width > 0 &&
           *height > 0 && *rate > 0;
}

GstCaps* folder_camera_caps(const gchar* folder)
{
    GstCaps* caps = gst_caps_new_empty();
    GDir* dir = g_dir_open(folder, 0, NULL);
    const gchar* name;
    gint width, height, rate;
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        if (parse_mode(name, &width, &height, &rate))
            gst_caps_append_structure(
                caps, gst_structure_new("image/jpeg", "width", G_TYPE_INT, width, "height",
                                        G_TYPE_INT, height, "framerate", GST_TYPE_FRACTION, rate,
                                        1, NULL));
    }
    if (dir != NULL)
        g_dir_close(dir);
    return caps;
}

static gboolean has_file(const FolderCameraSrc* self, const gchar* name)
{
    gchar* path = g_build_filename(self->folder, name, NULL);
    const gboolean there = g_file_test(path, G_FILE_TEST_EXISTS);
    g_free(path);
    return there;
}

static gboolean take_file(const FolderCameraSrc* self, const gchar* name)
{
    gchar* path = g_build_filename(self->folder, name, NULL);
    const gboolean taken = g_unlink(path) == 0;
    g_free(path);
    return taken;
}

static gint compare_paths(gconstpointer a, gconstpointer b)
{
    return g_strcmp0(*(const gchar* const*)a, *(const gchar* const*)b);
}

static gboolean start(GstBaseSrc* base)
{
    FolderCameraSrc* self = FOLDER_CAMERA_SRC(base);
    if (self->folder == NULL || !g_file_test(self->folder, G_FILE_TEST_IS_DIR) ||
        has_file(self, "refuse")) {
        GST_ELEMENT_ERROR(self, RESOURCE, OPEN_READ, ("camera cannot be opened"), (NULL));
        return FALSE;
    }
    self->shown = 0;
    self->next = 0;
    self->hangs_after_one = take_file(self, "hang-once");
    return TRUE;
}

static GstCaps* get_caps(GstBaseSrc* base, GstCaps* filter)
{
    FolderCameraSrc* self = FOLDER_CAMERA_SRC(base);
    GstCaps* caps = self->folder != NULL ? folder_camera_caps(self->folder) : gst_caps_new_any();
    if (gst_caps_is_empty(caps)) {
        gst_caps_unref(caps);
        caps = gst_static_pad_template_get_caps(&src_template);
    }
    if (filter != NULL) {
        GstCaps* both = gst_caps_intersect_full(filter, caps, GST_CAPS_INTERSECT_FIRST);
        gst_caps_unref(caps);
        caps = both;
    }
    return caps;
}

static gboolean set_caps(GstBaseSrc* base, GstCaps* caps)
{
    FolderCameraSrc* self = FOLDER_CAMERA_SRC(base);
    const GstStructure* wanted = gst_caps_get_structure(caps, 0);
    gint width, height, rate, per;
    if (!gst_structure_get_int(wanted, "width", &width) ||
        !gst_structure_get_int(wanted, "height", &height) ||
        !gst_structure_get_fraction(wanted, "framerate", &rate, &per))
        return FALSE;
    gchar* mode = g_strdup_printf("%dx%d@%d", width, height, rate);
    gchar* folder = g_build_filename(self->folder, mode, NULL);
    GDir* dir = g_dir_open(folder, 0, NULL);
    const gchar* name;
    g_ptr_array_set_size(self->frames, 0);
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
        g_ptr_array_add(self->frames, g_build_filename(folder, name, NULL));
    if (dir != NULL)
        g_dir_close(dir);
    g_ptr_array_sort(self->frames, compare_paths);
    self->rate = rate;
    g_free(folder);
    g_free(mode);
    return self->frames->len > 0;
}

/* FALSE when the wait was broken off. */
static gboolean wait_until(FolderCameraSrc* self, gint64 due)
{
    g_mutex_lock(&self->lock);
    while (!self->flushing && g_get_monotonic_time() < due)
        g_cond_wait_until(&self->woken, &self->lock, due);
    const gboolean arrived = !self->flushing;
    g_mutex_unlock(&self->lock);
    return arrived;
}

static gboolean hangs(const FolderCameraSrc* self)
{
    return (self->hangs_after_one && self->shown > 0) || has_file(self, "hang");
}

static GstFlowReturn create(GstPushSrc* push, GstBuffer** buffer)
{
    FolderCameraSrc* self = FOLDER_CAMERA_SRC(push);
    const gint64 now = g_get_monotonic_time();
    if (self->next < now - G_USEC_PER_SEC)
        self->next = now; /* at start, and after a pause: no burst to catch up */
    do {
        if (!wait_until(self, self->next))
            return GST_FLOW_FLUSHING;
        self->next += G_USEC_PER_SEC / self->rate;
    } while (hangs(self));

    const gchar* path = g_ptr_array_index(self->frames, self->shown++ % self->frames->len);
    gchar* bytes = NULL;
    gsize length = 0;
    if (!g_file_get_contents(path, &bytes, &length, NULL)) {
        /* As v4l2src says it when the cable is pulled. */
        GST_ELEMENT_ERROR(self, RESOURCE, READ, ("camera is gone"), (NULL));
        return GST_FLOW_ERROR;
    }
    *buffer = gst_buffer_new_wrapped(bytes, length);
    return GST_FLOW_OK;
}

static void set_flushing(GstBaseSrc* base, gboolean flushing)
{
    FolderCameraSrc* self = FOLDER_CAMERA_SRC(base);
    g_mutex_lock(&self->lock);
    self->flushing = flushing;
    g_cond_broadcast(&self->woken);
    g_mutex_unlock(&self->lock);
}

static gboolean unlock(GstBaseSrc* base)
{
    set_flushing(base, TRUE);
    return TRUE;
}

static gboolean unlock_stop(GstBaseSrc* base)
{
    set_flushing(base, FALSE);
    return TRUE;
}

static gboolean query(GstBaseSrc* base, GstQuery* asked)
{
    FolderCameraSrc* self = FOLDER_CAMERA_SRC(base);
    if (GST_QUERY_TYPE(asked) != GST_QUERY_LATENCY)
        return GST_BASE_SRC_CLASS(folder_camera_src_parent_class)->query(base, asked);
    const GstClockTime frame = GST_SECOND / (self->rate > 0 ? (guint64)self->rate : 25);
    gst_query_set_latency(asked, TRUE, frame, GST_CLOCK_TIME_NONE);
    return TRUE;
}

static void set_property(GObject* object, guint id, const GValue* value, GParamSpec* spec)
{
    FolderCameraSrc* self = FOLDER_CAMERA_SRC(object);
    if (id == PROP_FOLDER) {
        g_free(self->folder);
        self->folder = g_value_dup_string(value);
    } else {
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, spec);
    }
}

static void get_property(GObject* object, guint id, GValue* value, GParamSpec* spec)
{
    if (id == PROP_FOLDER)
        g_value_set_string(value, FOLDER_CAMERA_SRC(object)->folder);
    else
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, spec);
}

static void finalize(GObject* object)
{
    FolderCameraSrc* self = FOLDER_CAMERA_SRC(object);
    g_free(self->folder);
    g_ptr_array_unref(self->frames);
    g_mutex_clear(&self->lock);
    g_cond_clear(&self->woken);
    G_OBJECT_CLASS(folder_camera_src_parent_class)->finalize(object);
}

static void folder_camera_src_init(FolderCameraSrc* self)
{
    self->frames = g_ptr_array_new_with_free_func(g_free);
    g_mutex_init(&self->lock);
    g_cond_init(&self->woken);
    gst_base_src_set_live(GST_BASE_SRC(self), TRUE);
    gst_base_src_set_format(GST_BASE_SRC(self), GST_FORMAT_TIME);
    gst_base_src_set_do_timestamp(GST_BASE_SRC(self), TRUE);
}

static void folder_camera_src_class_init(FolderCameraSrcClass* klass)
{
    GObjectClass* object_class = G_OBJECT_CLASS(klass);
    object_class->set_property = set_property;
    object_class->get_property = get_property;
    object_class->finalize = finalize;
    g_object_class_install_property(
        object_class, PROP_FOLDER,
        g_param_spec_string("folder", "Folder", "Folder of the camera", NULL, G_PARAM_READWRITE));

    GstElementClass* element_class = GST_ELEMENT_CLASS(klass);
    gst_element_class_add_static_pad_template(element_class, &src_template);
    gst_element_class_set_static_metadata(element_class, "Folder camera", "Source/Video",
                                          "Shows the frames in a folder, for tests",
                                          "Handshake Desk");

    GstBaseSrcClass* base_class = GST_BASE_SRC_CLASS(klass);
    base_class->start = start;
    base_class->get_caps = get_caps;
    base_class->set_caps = set_caps;
    base_class->unlock = unlock;
    base_class->unlock_stop = unlock_stop;
    base_class->query = query;
    GST_PUSH_SRC_CLASS(klass)->create = create;
}
